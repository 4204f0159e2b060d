/// What makes the table of `class.html` sort, search and filter.
enum ClassPageScript {
    /// The SHA-256 of `text` in Base64: the page runs this script and no other.
    static let digest = "b6rsa+Y/WDp1hzc3Klrfo8zKcqRG+gNh8SOORSjVbrA="

    static let text = #"""

        document.documentElement.classList.add("js");
        addEventListener("DOMContentLoaded", () => {
          const find = id => document.getElementById(id);
          const table = find("all"), body = table.tBodies[0], more = find("more");
          const most = 200;
          let rows = Array.from(body.rows), limit = most;
          for (const row of rows) row.words = [0, 3].map(i => row.cells[i].textContent).join(" ").toLowerCase();

          const show = () => {
            const word = find("search").value.trim().toLowerCase(), wanted = find("filter").value;
            let found = 0;
            for (const row of rows) {
              const isFound = row.words.includes(word) && (!wanted || row.dataset.is.split(" ").includes(wanted));
              if (isFound) found += 1;
              row.classList.toggle("on", isFound && found <= limit);
            }
            find("count").textContent = found > limit
              ? `${limit} of ${found} shown, of ${rows.length} in all` : `${found} of ${rows.length}`;
            more.hidden = found <= limit;
          };
          const refresh = () => { limit = most; show(); };
          find("search").addEventListener("input", refresh);
          find("filter").addEventListener("change", refresh);
          more.addEventListener("click", () => { limit = Infinity; show(); });
          find("search").form.addEventListener("submit", event => event.preventDefault());

          const heads = Array.from(table.tHead.rows[0].cells);
          const sort = column => {
            const keys = new Map(rows.map(row => {
              const text = row.cells[column].textContent.trim();
              return [row, column > 0 && text !== "" && !isNaN(text) ? Number(text) : text];
            }));
            const head = heads[column], isNumber = rows.some(row => typeof keys.get(row) === "number");
            const was = head.getAttribute("aria-sort");
            const direction = was ? (was === "ascending" ? "descending" : "ascending")
              : isNumber ? "descending" : "ascending";
            for (const each of heads) each.removeAttribute("aria-sort");
            head.setAttribute("aria-sort", direction);
            const sign = direction === "ascending" ? 1 : -1;
            rows.sort((a, b) => {
              const one = keys.get(a), two = keys.get(b);
              if (one === "" || two === "") return (one === "") - (two === "");
              return sign * (isNumber ? one - two : one < two ? -1 : one > two ? 1 : 0);
            });
            body.append(...rows);
            show();
          };
          heads.forEach((head, column) => {
            const button = document.createElement("button");
            button.type = "button";
            button.append(...head.childNodes);
            button.addEventListener("click", () => sort(column));
            head.append(button);
          });
          heads[0].setAttribute("aria-sort", "ascending");
          show();
        });

        """#
}
