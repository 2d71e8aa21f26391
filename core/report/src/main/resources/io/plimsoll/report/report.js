'use strict';
(() => {
  const form = document.getElementById('filter');
  if (!form) return;
  const rows = [...document.querySelectorAll('#findings tbody tr')];
  const shown = document.getElementById('shown');
  const filter = () => {
    const words = form.elements.words.value.toLowerCase().split(/\s+/).filter((word) => word);
    const severities = new Set([...form.querySelectorAll('input[name=severity]:checked')].map((box) => box.value));
    const origin = form.elements.origin.value;
    let count = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      const fits = severities.has(row.dataset.severity)
        && (!form.elements.fixable.checked || row.dataset.fixable === 'yes')
        && (!form.elements.exploited.checked || row.dataset.exploited === 'yes')
        && (!origin || row.dataset.origin === origin)
        && words.every((word) => text.includes(word));
      row.classList.toggle('hidden', !fits);
      count += fits ? 1 : 0;
    }
    shown.textContent = count + ' of ' + rows.length + ' shown';
  };
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.classList.remove('hidden');
  filter();
})();
