/// How `report.html` looks: by day, by night and on paper.
enum HTMLStyle {
    static let text = """
        :root {
          --ink: #1f2328; --quiet: #59636e; --paper: #ffffff; --panel: #f3f5f8; --line: #d5dae1;
          --accent: #0a58b8; --good: #1a7f37; --part: #8a5a00; --bad: #b3261e; --empty: #dfe4ea;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ink: #e6e9ee; --quiet: #9da7b3; --paper: #14171c; --panel: #1d2229; --line: #343b45;
            --accent: #79b4ff; --good: #4ac26b; --part: #e0b050; --bad: #ff8b82; --empty: #343b45;
          }
        }
        * { box-sizing: border-box; }
        body {
          max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: var(--ink); background: var(--paper);
          font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif;
        }
        h1 { font-size: 1.5rem; margin: 0; overflow-wrap: anywhere; }
        h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; overflow-wrap: anywhere; }
        h2 small { color: var(--quiet); font-weight: normal; }
        a { color: var(--accent); }
        .score { margin: .25rem 0; color: var(--quiet); }
        .score b { font-size: 2.25rem; color: var(--ink); font-variant-numeric: tabular-nums; }
        .bar { height: .5rem; border-radius: .25rem; background: var(--empty); overflow: hidden; }
        .bar i { display: block; height: 100%; background: var(--good); }
        td .bar { width: 6rem; }
        .next {
          margin: 1.5rem 0; padding: .25rem 1rem 1rem; border: 1px solid var(--line);
          border-left: .35rem solid var(--accent); border-radius: .4rem; background: var(--panel);
        }
        .next h2 { margin-top: .75rem; }
        .next pre { background: var(--paper); }
        .done { border-left-color: var(--good); }
        .problem { margin: .75rem 0 .25rem; font-weight: 600; overflow-wrap: anywhere; }
        .problem::before { content: "✘ "; color: var(--bad); }
        pre {
          margin: .25rem 0 .75rem; padding: .6rem .8rem; border-radius: .3rem; background: var(--panel);
          font: .875rem/1.45 ui-monospace, "SF Mono", Menlo, Consolas, monospace;
          white-space: pre-wrap; overflow-wrap: anywhere;
        }
        code { font: .875em ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .75rem 0 0; }
        dt { color: var(--quiet); }
        dd { margin: 0; overflow-wrap: anywhere; }
        table { width: 100%; border-collapse: collapse; table-layout: fixed; }
        tr > :nth-child(1) { width: 34%; overflow-wrap: anywhere; }
        tr > :nth-child(2) { width: 7.25rem; }
        tr > :nth-child(3) { width: 6rem; }
        th, td { padding: .35rem .75rem .35rem 0; text-align: left; border-bottom: 1px solid var(--line); }
        thead th { color: var(--quiet); font-weight: normal; font-size: .875rem; }
        tbody th { font-weight: normal; }
        .points { white-space: nowrap; font-variant-numeric: tabular-nums; }
        .passed td:last-child { color: var(--good); }
        .failed td:last-child { color: var(--part); }
        .notStarted td:last-child { color: var(--quiet); }
        details { border-bottom: 1px solid var(--line); padding: .35rem 0; }
        summary { cursor: pointer; }
        @media (max-width: 34rem) {
          tr > :nth-child(2) { display: none; }
        }
        @media print {
          body { max-width: none; margin: 0; font-size: 11pt; }
          .bar, .bar i { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          .next, tr, pre { break-inside: avoid; }
          details::details-content { content-visibility: visible; block-size: auto; }
          summary { list-style: none; }
        }
        """
}
