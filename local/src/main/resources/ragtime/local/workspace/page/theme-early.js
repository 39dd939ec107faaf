// Before anything is painted, so that a chosen theme does not flash.
try {
  const chosen = localStorage.getItem('ragtime.theme');
  if (chosen) document.documentElement.dataset.theme = chosen;
} catch {
  // Without storage the system's theme will do.
}
