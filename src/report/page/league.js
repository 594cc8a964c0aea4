"use strict";

// Tables that sort by a column and show the rows a reader looks for. Without this they are whole
// tables in the order they came in; all words stand on the table.

(() => {
  const language = document.documentElement.lang;
  const collator = new Intl.Collator(language, { numeric: true });

  const made = (name, attributes = {}, text = "") => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text) element.textContent = text;
    return element;
  };

  const textOf = (row, column) => row.cells[column]?.textContent.trim() ?? "";
  const figureOf = (row, column) => {
    const figure = row.cells[column]?.dataset.v;
    return figure === undefined ? null : Number(figure);
  };

  // Rows without anything in the column stand last, whichever way it is sorted.
  const compare = (column, direction) => (a, b) => {
    const [first, second] = [figureOf(a, column), figureOf(b, column)];
    if (first !== null && second !== null) return direction * (first - second);
    if (first !== null || second !== null) return first === null ? 1 : -1;
    const [one, other] = [textOf(a, column), textOf(b, column)];
    if (one === "" || other === "") return (one === "") - (other === "");
    return direction * collator.compare(one, other);
  };

  const sortBy = (table, header) => {
    const direction = header.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", direction === 1 ? "ascending" : "descending");
    const body = table.tBodies[0];
    body.append(...[...body.rows].sort(compare(header.cellIndex, direction)));
  };

  const addSorting = (table) => {
    for (const header of table.tHead.rows[0].cells) {
      if (!header.textContent) continue;
      const button = made("button", { type: "button" }, header.textContent);
      header.replaceChildren(button);
      button.addEventListener("click", () => sortBy(table, header));
    }
  };

  // Sorted rows keep apart what the words of a column have in common.
  const wordsOf = (table, column) =>
    [...new Set([...table.tBodies[0].rows].map((row) => textOf(row, column)))]
      .filter((word) => word !== "")
      .sort(collator.compare);

  const labelled = (label, field) => {
    const whole = made("label", {}, label + " ");
    whole.append(field);
    return whole;
  };

  const addFilter = (table) => {
    const { find, all, count } = table.dataset;
    const column = Number(table.dataset.choice);
    const title = textOf(table.tHead.rows[0], column);
    const box = made("input", { type: "search", autocomplete: "off" });
    const select = made("select");
    select.append(made("option", { value: "" }, all));
    for (const word of wordsOf(table, column)) select.append(made("option", { value: word }, word));
    const told = made("p", { role: "status" });
    const rows = [...table.tBodies[0].rows];
    const show = () => {
      const sought = box.value.trim().toLocaleLowerCase(language);
      let shown = 0;
      for (const row of rows) {
        const fits = (select.value === "" || textOf(row, column) === select.value) &&
          row.textContent.toLocaleLowerCase(language).includes(sought);
        row.hidden = !fits;
        if (fits) shown += 1;
      }
      told.textContent = count.replace("{shown}", shown).replace("{all}", rows.length);
    };
    box.addEventListener("input", show);
    select.addEventListener("change", show);
    const fields = made("div", { class: "finder" });
    fields.append(labelled(find, box), labelled(title, select), told);
    table.before(fields);
    show();
  };

  for (const table of document.querySelectorAll("table[data-sorts]")) {
    if (table.dataset.choice !== undefined) addFilter(table);
    addSorting(table);
  }

  // A link into what is folded unfolds it.
  const unfold = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.tagName !== "DETAILS") return;
    target.open = true;
    target.scrollIntoView();
  };
  window.addEventListener("hashchange", unfold);
  document.addEventListener("click", (event) => {
    if (event.target.closest?.('a[href^="#"]')) setTimeout(unfold);
  });
  unfold();
})();
