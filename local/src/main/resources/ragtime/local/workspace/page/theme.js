// Light or dark: the system's, until somebody chooses.
const root = document.documentElement;

export const isDark = () =>
  root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;

export function toggleTheme() {
  root.dataset.theme = isDark() ? 'light' : 'dark';
  try {
    localStorage.setItem('ragtime.theme', root.dataset.theme);
  } catch {
    // It lasts as long as the page, then.
  }
}
