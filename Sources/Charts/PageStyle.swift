extension Page {
    /// How the page around the pictures looks.
    static var styleSheet: String {
        let shapes = """
            *{box-sizing:border-box}\
            body{margin:0;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif}\
            main{max-width:1080px;margin:0 auto;padding:16px}\
            h1{font-size:28px;line-height:1.25;margin:8px 0 16px;overflow-wrap:anywhere}\
            h2{font-size:22px;line-height:1.25;margin:28px 0 8px}\
            p{margin:0 0 12px;max-width:70ch;overflow-wrap:anywhere}\
            .grid{display:grid;gap:0 24px;align-items:start;\
            grid-template-columns:repeat(auto-fill,minmax(min(100%,420px),1fr))}\
            figure{margin:0 0 16px;max-width:560px}\
            figure svg{display:block;width:100%;height:auto}\
            table{width:100%;max-width:560px;border-collapse:collapse;font-size:15px}\
            th,td{padding:5px 0;text-align:left;vertical-align:top;border-bottom:1px solid}\
            th{width:1%;font-weight:400;padding-right:16px;white-space:nowrap}\
            td{font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
            """
        let (light, dark) = (colours(\.light), colours(\.dark))
        return "\(shapes)\(light)@media (prefers-color-scheme:dark){\(dark)}"
    }

    private static func colours(_ shade: (Theme.Colour) -> String) -> String {
        """
        body{background:\(shade(Theme.paper));color:\(shade(Theme.ink))}\
        th,p{color:\(shade(Theme.muted))}th,td{border-color:\(shade(Theme.grid))}
        """
    }
}
