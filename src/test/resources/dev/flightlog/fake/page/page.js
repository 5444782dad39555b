// Keeps the live parts of a page fresh: a part is exchanged only when its hash has changed, so open folds stay open.
const live = document.getElementById('live');
let polling = false;

async function refresh() {
  if (!live || polling || document.hidden) return;
  polling = true;
  try {
    const url = new URL(location.href);
    url.searchParams.set('fragment', '1');
    const response = await fetch(url, { headers: { Accept: 'text/html' } });
    if (response.ok) exchange(await response.text());
  } catch (gone) {
    // The simulated GitHub was stopped; the page stays as it is.
  } finally {
    polling = false;
  }
}

function exchange(html) {
  const fresh = document.createElement('div');
  fresh.innerHTML = html;
  const wanted = [...fresh.querySelectorAll(':scope > .live')];
  const ids = new Set(wanted.map(part => part.id));
  for (const old of live.querySelectorAll(':scope > .live')) {
    if (!ids.has(old.id)) old.remove();
  }
  let after = null;
  for (const part of wanted) {
    const old = document.getElementById(part.id);
    if (old && (old.dataset.hash === part.dataset.hash || old.contains(document.activeElement))) {
      after = old;
    } else if (old) {
      old.replaceWith(part);
      after = part;
    } else {
      part.classList.add('fresh');
      if (after) after.after(part); else live.prepend(part);
      after = part;
    }
  }
  draw();
}

// Mermaid cannot measure what a closed fold hides, so charts are drawn when they can be seen.
function draw() {
  if (!window.mermaid) return;
  const charts = [...document.querySelectorAll('pre.mermaid:not([data-processed])')];
  const seen = charts.filter(chart => chart.offsetParent !== null);
  if (seen.length > 0) window.mermaid.run({ nodes: seen, suppressErrors: true });
}

async function submit(event) {
  const form = event.target;
  if (form.method !== 'post' || !form.closest('main') || form.action.includes('/settings/apps/')) return;
  if (form.action.endsWith('/propose')) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form));
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    await fetch(form.action, { method: 'POST', body, headers: { Accept: 'text/html' }, redirect: 'manual' });
    form.querySelectorAll('textarea, input[name=title]').forEach(field => { field.value = ''; });
    document.activeElement.blur();
    setTimeout(refresh, 150);
  } finally {
    button.disabled = false;
  }
}

document.addEventListener('submit', submit);
document.addEventListener('toggle', draw, true);
document.addEventListener('DOMContentLoaded', () => {
  if (window.mermaid) {
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    window.mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: dark ? 'dark' : 'default' });
  }
  draw();
  if (live) setInterval(refresh, 1500);
});
