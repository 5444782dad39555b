// Charts are drawn by script only; the style sheet keeps their place free before the first paint.
document.documentElement.classList.add("js");
