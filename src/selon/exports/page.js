"use strict";
// The page is complete without this: it only lights, in the article, the words of the row under the pointer or the focus.
(() => {
  const words = JSON.parse(document.getElementById("layers").textContent);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const claims = new Map();
  for (const segment of document.querySelectorAll(".seg")) {
    const starts = new Set(segment.dataset.starts.split(" "));
    for (const mark of segment.dataset.marks.split(" ")) {
      const [claim, layer] = mark.split(".");
      if (!claims.has(claim)) claims.set(claim, []);
      claims.get(claim).push({ segment, layer, starts: starts.has(mark) });
    }
  }
  let lit = null, kept = null;

  function put_out() {
    for (const { segment, layer } of claims.get(lit) || []) {
      segment.classList.remove("l-" + layer);
      delete segment.dataset.tag;
    }
    const row = document.getElementById(lit);
    if (row) row.classList.remove("on");
    for (const article of document.querySelectorAll("article.lit")) article.classList.remove("lit");
    lit = null;
  }

  function light(claim, { follow = false } = {}) {
    if (claim === lit) return;
    if (lit) put_out();
    if (!claim || !claims.has(claim)) return;
    lit = claim;
    document.getElementById(claim).classList.add("on");
    for (const { segment, layer, starts } of claims.get(claim)) {
      segment.classList.add("l-" + layer);
      if (starts && !(layer === "content" && segment.textContent.length < 8)) segment.dataset.tag = segment.dataset.tag ? segment.dataset.tag + " · " + words[layer] : words[layer];
    }
    const trigger = claims.get(claim).find(({ layer }) => layer === "what").segment;
    const article = trigger.closest("article");
    article.classList.add("lit");
    if (follow) show(trigger, article);
  }

  // Only the article's own column moves, never the page.
  function show(trigger, article) {
    const box = article.getBoundingClientRect(), place = trigger.getBoundingClientRect();
    if (article.scrollHeight <= article.clientHeight) return;
    const from = Math.max(box.top, 0), to = Math.min(box.bottom, innerHeight);
    if (place.top > from + 40 && place.bottom < to - 40) return;
    article.scrollBy({ top: place.top - from - (to - from) / 3, behavior: calm ? "auto" : "smooth" });
  }

  const rows = [...document.querySelectorAll("tr[data-claim]")];
  const link_of = (row) => row.querySelector(".what a");
  for (const row of rows) {
    row.addEventListener("mouseenter", () => light(row.dataset.claim, { follow: true }));
    row.addEventListener("mouseleave", () => light(kept));
    row.addEventListener("focusin", () => { kept = row.dataset.claim; light(kept, { follow: true }); });
    row.addEventListener("click", (event) => {
      if (!event.target.closest("a") && !String(getSelection())) link_of(row).focus({ preventScroll: true });
    });
  }
  for (const trigger of document.querySelectorAll("a.trigger")) {
    const claim = trigger.getAttribute("href").slice(1);
    trigger.addEventListener("mouseenter", () => light(claim));
    trigger.addEventListener("mouseleave", () => light(kept));
    trigger.addEventListener("focus", () => { kept = claim; light(claim); });
    trigger.addEventListener("click", () => { kept = claim; light(claim); });
  }
  for (const link of document.querySelectorAll("a.type")) {
    link.addEventListener("click", () => { document.getElementById(link.hash.slice(1)).closest("details").open = true; });
  }

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const here = document.activeElement, row = here.closest("tr[data-claim]"), trigger = here.closest("a.trigger");
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (step && (row || event.key.length === 1)) {
      const current = row ? rows.indexOf(row) : rows.findIndex((other) => other.dataset.claim === kept);
      const next = rows[Math.min(Math.max(current + step, 0), rows.length - 1)];
      if (next) { link_of(next).focus(); event.preventDefault(); }
    } else if (event.key === "Enter" && row && here === link_of(row)) {
      const words_there = document.getElementById(here.hash.slice(1));
      if (!words_there) return;
      event.preventDefault();
      words_there.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
      (words_there.closest("a") || words_there.parentElement.querySelector("a.trigger")).focus({ preventScroll: true });
      kept = row.dataset.claim;
      light(kept);
    } else if (event.key === "Escape" && (trigger || here.tagName === "ARTICLE") && kept) {
      link_of(document.getElementById(kept)).focus();
    } else if (event.key === "Escape") {
      kept = null;
      put_out();
    }
  });

  const asked = document.getElementById(location.hash.slice(1).replace(/-(words|why)$/, ""));
  if (asked && asked.dataset.claim) { kept = asked.dataset.claim; light(kept, { follow: true }); }
})();
