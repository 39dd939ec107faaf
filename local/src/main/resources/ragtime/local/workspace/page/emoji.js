// The few emoji that people and bots here really use, by their short names.
export const EMOJI = {
  '+1': '👍', thumbsup: '👍', '-1': '👎', thumbsdown: '👎', eyes: '👀', white_check_mark: '✅', heavy_check_mark: '✔️',
  x: '❌', tada: '🎉', heart: '❤️', raised_hands: '🙌', pray: '🙏', wave: '👋', sparkles: '✨', rocket: '🚀', bulb: '💡',
  warning: '⚠️', no_entry: '⛔', lock: '🔒', question: '❓', information_source: 'ℹ️', hourglass_flowing_sand: '⏳',
  hourglass: '⌛', books: '📚', book: '📖', open_book: '📖', page_facing_up: '📄', page_with_curl: '📃', bookmark: '🔖',
  mag: '🔍', speech_balloon: '💬', thought_balloon: '💭', pencil2: '✏️', memo: '📝', robot_face: '🤖',
  arrows_counterclockwise: '🔄', inbox_tray: '📥', outbox_tray: '📤', file_folder: '📁', open_file_folder: '📂', link: '🔗',
  bust_in_silhouette: '👤', busts_in_silhouette: '👥', point_right: '👉', wastebasket: '🗑️', paperclip: '📎',
  bar_chart: '📊', clock3: '🕒', gear: '⚙️', wrench: '🔧', red_circle: '🔴', large_green_circle: '🟢', large_yellow_circle: '🟡',
  smile: '😄', slightly_smiling_face: '🙂', thinking_face: '🤔', joy: '😂', fire: '🔥', clap: '👏', star: '⭐',
  musical_note: '🎵', musical_keyboard: '🎹', arrow_right: '➡️', arrow_left: '⬅️', heavy_plus_sign: '➕', stopwatch: '⏱️',
};

export const QUICK = ['+1', 'eyes', 'white_check_mark', 'heart', 'tada', 'thinking_face'];

export const emoji = (name) => EMOJI[name] ?? `:${name}:`;

export const withEmoji = (text) => text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => EMOJI[name] ?? whole);
