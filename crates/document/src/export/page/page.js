"use strict";
// Shows the readings in another notation, another theme; nothing else. Everything is in this file.
(() => {
  const root = document.documentElement;
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const { rows, index } = read("thakim-readings");
  const places = document.querySelectorAll("article rt");
  const notation = document.getElementById("notation");
  notation.addEventListener("change", () => {
    const chosen = Number(notation.value);
    root.dataset.readings = chosen < 0 ? "none" : "shown";
    document.getElementById("shown").textContent =
      chosen < 0 ? "" : notation.selectedOptions[0].textContent;
    if (chosen < 0) return;
    places.forEach((place, at) => {
      place.textContent = rows[index[at]][chosen];
    });
  });
  const theme = document.getElementById("theme");
  theme.addEventListener("change", () => {
    root.dataset.theme = theme.value;
  });
  document.getElementById("print").addEventListener("click", () => print());
  for (const { family, range, data } of read("thakim-fonts")) {
    const source = `url(data:font/woff2;base64,${data})`;
    document.fonts.add(new FontFace(family, source, { unicodeRange: range, display: "swap" }));
  }
  document.querySelector("nav").hidden = false;
})();
