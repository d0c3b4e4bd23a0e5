// What must hold before anything is painted: in which language and colours, and which page it will be. So this
// is a script of the old kind in the head, and short. `www/boot.js` and the page (Rust: `language.rs`,
// `layout/root.rs`) go on from what it has put onto the root element.
//
// `data-frame` says what of the frame in index.html is shown: "input", "pronunciation", or the "words" that other
// pages have. Without it, where this script does not run, there are words in two languages.
{
  const root = document.documentElement;
  const kept = (key) => {
    try {
      return localStorage.getItem(key) ?? "";
    } catch {
      // A browser that keeps nothing.
      return "";
    }
  };

  // As chosen, or as fits the person; the same rule as in `language.rs`.
  const language = () => {
    const chosen = kept("thakim.language");
    if (["zh-Hant-TW", "nan-Hant-TW", "en"].includes(chosen)) return chosen;
    for (const tag of navigator.languages ?? [navigator.language]) {
      const first = tag.split("-")[0];
      if (first === "nan") return "nan-Hant-TW";
      if (["zh", "yue", "hak", "cdo", "wuu", "gan", "lzh"].includes(first)) return "zh-Hant-TW";
      if (first === "en") return "en";
    }
    return "en";
  };
  root.lang = language();

  // Colours and face as chosen.
  for (const [, name, value] of kept("thakim.settings.1").matchAll(/ (theme|face)=([a-z]+)(?= |$)/g)) {
    root.dataset[name] = value;
  }

  const frames = {
    "": "input",
    "/index.html": "input",
    "/article_pronunciation/input": "input",
    "/article_pronunciation/pronunciation": "pronunciation",
  };
  const page = frames[location.pathname.replace(/\/+$/, "")] ?? "words";
  // A link with an article in it leads there.
  root.dataset.frame = /^#thakim\d/.test(location.hash) ? "pronunciation" : page;
  if (!kept("thakim.knows")) root.dataset.first = "";

  // What no style sheet can choose stands in the frame before the browser paints what it has read of it.
  const fill = () => {
    const area = document.querySelector("#boot textarea");
    if (area) area.placeholder = area.getAttribute(`data-${root.lang}`);
    // The choices as they were said last, where they were said in this language.
    const choices = document.querySelector("#boot .said-shortly");
    const [tongue, said] = kept("thakim.said").split("\n");
    // This is called for what it changes itself, too.
    if (choices && said && tongue === root.lang && choices.textContent !== said) choices.textContent = said;
    if (document.readyState !== "loading") watcher.disconnect();
  };
  const watcher = new MutationObserver(fill);
  watcher.observe(root, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", fill);
  // Whoever still waits then is told what might help.
  setTimeout(() => {
    root.dataset.late = "";
  }, 15_000);
}
