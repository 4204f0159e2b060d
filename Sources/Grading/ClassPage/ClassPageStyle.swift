/// How `class.html` looks: by day, by night and on paper, in the colours of `report.html`.
enum ClassPageStyle {
    static let text = """
        :root {
          color-scheme: light dark;
          --ink: #1f2328; --quiet: #59636e; --paper: #ffffff; --panel: #f3f5f8; --line: #d5dae1;
          --accent: #0a58b8; --good: #1a7f37; --bad: #b3261e; --empty: #cfd6de; --mark: #ffe9a8;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ink: #e6e9ee; --quiet: #9da7b3; --paper: #14171c; --panel: #1d2229; --line: #343b45;
            --accent: #79b4ff; --good: #4ac26b; --bad: #ff8b82; --empty: #4a535f; --mark: #5b4a12;
          }
        }
        * { box-sizing: border-box; }
        body {
          max-width: 78rem; margin: 2rem auto; padding: 0 1rem; color: var(--ink); background: var(--paper);
          font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif;
        }
        h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
        h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; }
        h3 { font-size: 1rem; margin: 0 0 .25rem; }
        h4 { margin: .75rem 0 .25rem; }
        small, .quiet { color: var(--quiet); font-weight: normal; }
        a { color: var(--accent); overflow-wrap: anywhere; }
        code, pre { font: .85em/1.45 ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
        summary { cursor: pointer; overflow-wrap: anywhere; }
        li, p { overflow-wrap: anywhere; }
        p { margin: .4rem 0; }
        ul, ol { margin: .3rem 0; padding-left: 1.2rem; }
        .figures { display: flex; flex-wrap: wrap; gap: .75rem; margin: 0; }
        .figures div { padding: .4rem 1rem; border: 1px solid var(--line); border-radius: .4rem; background: var(--panel); }
        .figures dt { color: var(--quiet); font-size: .85rem; }
        .figures dd { margin: 0; font-size: 1.4rem; font-variant-numeric: tabular-nums; }
        .histogram { display: block; width: 100%; max-width: 44rem; }
        .histogram rect { fill: var(--accent); }
        .histogram text { fill: var(--ink); font-size: 13px; text-anchor: middle; }
        .histogram text.quiet { fill: var(--quiet); }
        nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0 0 1rem; }
        .exercises { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(30rem, 100%), 1fr)); gap: 0 2rem; }
        .exercise { min-width: 0; padding: .6rem 0; border-top: 1px solid var(--line); }
        .exercise ul { list-style: none; padding: 0; }
        .exercise li details p { margin-left: 1rem; }
        .bar { display: flex; height: .6rem; border-radius: .3rem; overflow: hidden; background: var(--empty); }
        .legend i { display: inline-block; width: .8rem; height: .8rem; border-radius: .2rem; margin-left: .75rem; }
        i.passed { background: var(--good); }
        i.failed { background: var(--bad); }
        i.notStarted { background: var(--empty); }
        .pair, .group { padding: .3rem 0; border-top: 1px solid var(--line); margin: 0; }
        .beside { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; }
        pre { margin: 0; padding: .5rem; border-radius: .3rem; background: var(--panel); white-space: pre-wrap; }
        pre s { display: inline-block; min-width: 1.8rem; text-align: right; text-decoration: none; color: var(--quiet);
          user-select: none; }
        mark { color: inherit; background: var(--mark); }
        .tools { display: none; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; margin: .5rem 0; }
        .js .tools { display: flex; }
        input, select, button { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line);
          border-radius: .3rem; padding: .2rem .5rem; }
        .scroll { overflow: auto; max-height: 85vh; border: 1px solid var(--line); border-radius: .4rem; }
        table { border-collapse: separate; border-spacing: 0; font-variant-numeric: tabular-nums; }
        th, td { padding: .2rem .4rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: bottom; }
        thead th { position: sticky; top: 0; z-index: 1; background: var(--panel); font-weight: normal; }
        thead button { border: 0; background: none; padding: 0; cursor: pointer; color: var(--accent); }
        th[aria-sort="ascending"] button::after { content: " ▲"; }
        th[aria-sort="descending"] button::after { content: " ▼"; }
        thead .turned { padding: .4rem .2rem; }
        .turned { writing-mode: vertical-rl; text-align: left; }
        .turned button { transform: rotate(180deg); }
        th:first-child { position: sticky; left: 0; z-index: 1; text-align: left; background: var(--paper); }
        thead th:first-child { z-index: 2; background: var(--panel); }
        tbody th { min-width: 11rem; max-width: 20rem; font-weight: normal; overflow-wrap: anywhere; }
        th:nth-child(4), td:nth-child(4) { min-width: 8rem; max-width: 22rem; text-align: left; overflow-wrap: anywhere; }
        td.passed { color: var(--good); }
        td.failed { color: var(--bad); }
        td.notStarted { color: var(--quiet); }
        .js #all tbody tr:not(.on) { display: none; }
        @media (max-width: 40rem) {
          body { margin: 1rem auto; padding: 0 .6rem; }
          .beside { grid-template-columns: 1fr; }
          tbody th { min-width: 6rem; max-width: 9rem; }
        }
        @media print {
          .tools { display: none !important; }
          .scroll { max-height: none; overflow: visible; border: 0; }
          .js #all tbody tr { display: table-row !important; }
          .bar, .legend i, mark, .histogram { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }
        """
}
