// Moments, as people say them.
const clock = new Intl.DateTimeFormat(undefined, {hour: 'numeric', minute: '2-digit'});
const day = new Intl.DateTimeFormat(undefined, {weekday: 'long', day: 'numeric', month: 'long'});
const full = new Intl.DateTimeFormat(undefined, {dateStyle: 'full', timeStyle: 'short'});

export const date = (ts) => new Date(Number(ts) * 1000);
export const clockOf = (ts) => clock.format(date(ts));
export const fullOf = (ts) => full.format(date(ts));
export const dayKey = (ts) => date(ts).toDateString();

export function dayOf(ts) {
  const today = new Date();
  const yesterday = new Date(today);
  yesterday.setDate(today.getDate() - 1);
  if (dayKey(ts) === today.toDateString()) return 'Today';
  if (dayKey(ts) === yesterday.toDateString()) return 'Yesterday';
  return day.format(date(ts));
}

/** How long ago something was, such as "2 hours ago". */
export function agoOf(ts) {
  const seconds = (Date.now() - date(ts)) / 1000;
  const relative = new Intl.RelativeTimeFormat(undefined, {numeric: 'auto'});
  if (seconds < 60) return 'just now';
  if (seconds < 3600) return relative.format(-Math.round(seconds / 60), 'minute');
  if (seconds < 86400) return relative.format(-Math.round(seconds / 3600), 'hour');
  return relative.format(-Math.round(seconds / 86400), 'day');
}

export const sizeOf = (bytes) =>
  bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1048576).toFixed(1)} MB`;
