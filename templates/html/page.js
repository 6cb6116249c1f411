"use strict";
document.documentElement.classList.add("js");
document.addEventListener("DOMContentLoaded", () => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const brief = byId("brief");
  const card = byId("card");
  const shelf = byId("shelf");
  const status = byId("status");
  const search = byId("search");
  const views = [...document.querySelectorAll(".view")];
  const statements = [...brief.querySelectorAll(".statement")];
  const names = (element) => element.dataset.passages.split(" ").filter(Boolean);

  /** For each passage, the marks in its source that hold its words. */
  const marksOf = new Map();
  for (const mark of shelf.querySelectorAll("mark")) {
    for (const name of names(mark)) {
      if (!marksOf.has(name)) marksOf.set(name, []);
      marksOf.get(name).push(mark);
    }
  }

  const chosen = { statement: null, passage: "", lit: [] };

  /* Views of the evidence: one at a time. */

  function showView(id) {
    for (const view of views) view.hidden = view.id !== id;
    for (const link of document.querySelectorAll(".views a")) {
      if (link.hash === "#" + id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  function open() {
    root.classList.add("open");
  }

  function close() {
    root.classList.remove("open");
    card.hidden = true;
    unlight();
    if (chosen.statement) chosen.statement.classList.remove("chosen");
    chosen.statement = null;
    chosen.passage = "";
  }

  /** Twice, for what comes near the window is laid out only then and may take another height. */
  function scrollShelfTo(element) {
    const scroll = () => {
      const top = element.getBoundingClientRect().top - shelf.getBoundingClientRect().top;
      const seen = top > Math.min(110, shelf.clientHeight / 4) && top < shelf.clientHeight - 60;
      if (!seen) shelf.scrollTop += top - Math.min(160, shelf.clientHeight / 3);
    };
    scroll();
    requestAnimationFrame(scroll);
  }

  /* Lighting up a passage wherever it shows. */

  function unlight() {
    for (const element of chosen.lit) element.classList.remove("lit", "first");
    chosen.lit = [];
  }

  function light(element, ...classes) {
    element.classList.add("lit", ...classes);
    chosen.lit.push(element);
  }

  function lightPassages(all, first) {
    unlight();
    for (const name of all) for (const mark of marksOf.get(name) || []) light(mark);
    for (const mark of marksOf.get(first) || []) light(mark, "first");
    for (const link of card.querySelectorAll(".passage-link")) {
      const entry = link.closest(".rests-on > li");
      if (entry && link.dataset.passage === first) light(entry);
    }
    if (chosen.statement) {
      for (const mark of chosen.statement.querySelectorAll("a.mark")) {
        if (names(mark).includes(first)) light(mark);
      }
    }
    const [mark] = marksOf.get(first) || [];
    if (mark) {
      showView("sources");
      scrollShelfTo(mark);
    }
  }

  function fillCard(title, ...content) {
    const heading = document.createElement("h2");
    heading.textContent = title;
    card.replaceChildren(heading, ...content);
    card.hidden = false;
    card.scrollTop = 0;
  }

  function withoutIds(element) {
    const copy = element.cloneNode(true);
    copy.removeAttribute("id");
    for (const inner of copy.querySelectorAll("[id]")) inner.removeAttribute("id");
    return copy;
  }

  /* Choosing a statement, and a passage. */

  function chooseStatement(statement, passage) {
    if (chosen.statement) chosen.statement.classList.remove("chosen");
    chosen.statement = statement;
    statement.classList.add("chosen");
    const handle = statement.querySelector(":scope > .handle");
    const facts = statement.querySelector(":scope > .facts");
    const content = [...facts.children].filter((child) => child.tagName !== "SUMMARY").map(withoutIds);
    fillCard("Statement " + handle.textContent, ...content);
    const all = names(statement);
    chosen.passage = passage || all[0] || "";
    open();
    lightPassages(all, chosen.passage);
    bringIntoView(statement);
    remember("#" + statement.id);
  }

  function choosePassage(name) {
    const entry = byId("i-" + name);
    if (!entry) return;
    if (chosen.statement) chosen.statement.classList.remove("chosen");
    chosen.statement = null;
    chosen.passage = name;
    fillCard("Passage", withoutIds(entry));
    open();
    lightPassages([name], name);
    remember("#p-" + name);
  }

  function remember(hash) {
    try {
      history.replaceState(null, "", hash);
    } catch {
      /* A page opened in an odd place may not have a history; the reader loses only the address. */
    }
  }

  function bringIntoView(element) {
    scrollWindowTo(element);
    requestAnimationFrame(() => scrollWindowTo(element));
  }

  function scrollWindowTo(element) {
    const box = element.getBoundingClientRect();
    const bottom = root.classList.contains("open") && innerWidth < 1024 ? innerHeight * 0.34 : innerHeight;
    const seen = box.top >= 60 && Math.min(box.bottom, box.top + 200) <= bottom - 20;
    if (!seen) scrollTo({ top: scrollY + box.top - Math.min(140, bottom / 4), behavior: "instant" });
  }

  function goTo(statement) {
    if (statement.closest("[hidden]")) filterBy("");
    chooseStatement(statement);
    statement.querySelector(":scope > .handle").focus({ preventScroll: true });
  }

  function step(by) {
    const shown = statements.filter((statement) => !statement.hidden);
    if (!shown.length) return;
    let next = shown.indexOf(chosen.statement) + by;
    if (!chosen.statement) {
      const below = shown.findIndex((statement) => statement.getBoundingClientRect().bottom > 80);
      next = below < 0 ? shown.length - 1 : below;
    }
    goTo(shown[Math.max(0, Math.min(shown.length - 1, next))]);
  }

  function stepPassage(by) {
    if (!chosen.statement) return;
    const all = names(chosen.statement);
    if (!all.length) return;
    const next = (all.indexOf(chosen.passage) + by + all.length) % all.length;
    chosen.passage = all[next];
    lightPassages(all, chosen.passage);
  }

  brief.addEventListener("click", (event) => {
    const mark = event.target.closest("a.mark");
    const handle = event.target.closest("a.handle");
    const statement = event.target.closest(".statement");
    if (!statement || (event.target.closest("a, summary, button") && !mark && !handle)) return;
    if (!mark && !handle && String(getSelection())) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    chooseStatement(statement, mark ? names(mark)[0] : "");
  });

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest("a[href^='#']");
    const mark = event.target.closest("#shelf mark");
    if (mark && !String(getSelection())) {
      choosePassage(names(mark)[0]);
    } else if (link && link.matches(".views a")) {
      event.preventDefault();
      showView(link.hash.slice(1));
      shelf.scrollTop = 0;
    } else if (link && link.matches("#card .passage-link") && chosen.statement) {
      event.preventDefault();
      chosen.passage = link.dataset.passage;
      lightPassages(names(chosen.statement), chosen.passage);
    } else if (link && link.matches(".passage-link, .cited-by")) {
      event.preventDefault();
      choosePassage(link.dataset.passage);
    } else if (link && link.matches(".statement-link")) {
      event.preventDefault();
      const statement = byId(link.hash.slice(1));
      if (statement) goTo(statement);
    } else if (link && views.some((view) => "#" + view.id === link.hash)) {
      event.preventDefault();
      open();
      showView(link.hash.slice(1));
    } else if (link && link.closest("#shelf")) {
      const target = byId(link.hash.slice(1));
      if (!target) return;
      event.preventDefault();
      showView(target.closest(".view").id);
      target.scrollIntoView();
    }
  });

  byId("close").addEventListener("click", close);

  /* Filters: show only the statements that bear a flag. */

  const filters = [...document.querySelectorAll(".filters button")];

  function filterBy(flag) {
    for (const button of filters) {
      button.setAttribute("aria-pressed", String(button.dataset.filter === flag));
    }
    let count = 0;
    for (const statement of statements) {
      statement.hidden = Boolean(flag) && !statement.dataset.flags.split(" ").includes(flag);
      if (!statement.hidden) count += 1;
    }
    for (const part of brief.querySelectorAll("section, .block, li")) {
      part.hidden =
        Boolean(flag) &&
        !part.querySelector(".statement:not([hidden])") &&
        !(part.matches(".block") && part.querySelector("h2"));
    }
    say(flag ? count + " of " + statements.length + " statements shown" : "");
  }

  for (const button of filters) {
    button.addEventListener("click", () => {
      filterBy(button.getAttribute("aria-pressed") === "true" ? "" : button.dataset.filter);
    });
  }

  function say(words) {
    status.textContent = words;
    fitBar();
  }

  /* Search through the brief and the sources, without touching either. */

  const found = { query: "", ranges: [], at: -1 };
  const paint = typeof Highlight === "function" && CSS.highlights;

  function textNodes(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement.closest(".facts, .handle")) nodes.push(walker.currentNode);
    }
    return nodes;
  }

  /** Ranges of every place where `query` stands in `element`, across marks and emphasis. */
  function placesIn(element, query) {
    const nodes = textNodes(element);
    const starts = [];
    let text = "";
    for (const node of nodes) {
      starts.push(text.length);
      const lower = node.data.toLowerCase();
      text += lower.length === node.data.length ? lower : node.data;
    }
    const ranges = [];
    let node = 0;
    for (let at = text.indexOf(query); at >= 0 && ranges.length < 5000; at = text.indexOf(query, at + query.length)) {
      while (node + 1 < starts.length && starts[node + 1] <= at) node += 1;
      let last = node;
      const end = at + query.length;
      while (last + 1 < starts.length && starts[last + 1] < end) last += 1;
      const range = new Range();
      range.setStart(nodes[node], at - starts[node]);
      range.setEnd(nodes[last], end - starts[last]);
      ranges.push(range);
    }
    return ranges;
  }

  function runSearch() {
    const query = search.value.trim().toLowerCase();
    if (query === found.query) return;
    const parts = query.length < 2 ? [] : [brief, byId("sources")].map((part) => placesIn(part, query));
    found.query = query;
    found.ranges = parts.flat();
    found.at = -1;
    if (paint) {
      CSS.highlights.set("found", new Highlight(...found.ranges));
      CSS.highlights.delete("current");
    }
    if (query.length < 2) say("");
    else say(parts[0].length + " in the brief, " + parts[1].length + " in the sources");
  }

  function nextPlace(by) {
    runSearch();
    if (!found.ranges.length) return;
    found.at = (found.at + by + found.ranges.length) % found.ranges.length;
    const range = found.ranges[found.at];
    if (paint) CSS.highlights.set("current", new Highlight(range));
    const element = range.startContainer.parentElement;
    if (shelf.contains(element)) {
      open();
      showView("sources");
      scrollShelfTo(range);
    } else {
      if (element.closest("[hidden]")) filterBy("");
      bringIntoView(range);
    }
    say(found.at + 1 + " of " + found.ranges.length);
  }

  let pending = 0;
  search.addEventListener("input", () => {
    clearTimeout(pending);
    pending = setTimeout(runSearch, 120);
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      nextPlace(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      search.value = "";
      runSearch();
      search.blur();
    }
  });

  /* Keys. */

  const actions = {
    j: () => step(1),
    k: () => step(-1),
    n: () => stepPassage(1),
    p: () => stepPassage(-1),
    "/": () => search.focus(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.target === search || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      close();
    } else if (byId("keys-on").checked && actions[event.key]) {
      event.preventDefault();
      actions[event.key]();
    }
  });

  /* Day and night. */

  const night = byId("night");

  const systemNight = matchMedia("(prefers-color-scheme: dark)");
  const isNight = () => (root.dataset.theme ? root.dataset.theme === "dark" : systemNight.matches);
  const showNight = () => night.setAttribute("aria-pressed", String(isNight()));

  systemNight.addEventListener("change", showNight);
  night.addEventListener("click", () => {
    root.dataset.theme = isNight() ? "light" : "dark";
    showNight();
  });
  showNight();

  /* The evidence stands below the bar, however many lines the bar takes. */

  function fitBar() {
    root.style.setProperty("--bar", document.querySelector(".bar").offsetHeight + "px");
  }

  addEventListener("resize", fitBar);
  fitBar();
  showView("sources");
  root.classList.add("ready");

  const start = byId(location.hash.slice(1));
  if (start && start.matches(".statement")) goTo(start);
  else if (start && start.id.startsWith("p-")) choosePassage(start.id.slice(2));
});
