// The bot's Home tab.
import {h} from './dom.js';
import {state, on, isDm} from './store.js';
import {get, act} from './api.js';
import {blocks} from './blocks.js';
import {toast} from './dialogs.js';

const timeline = document.getElementById('timeline');

function render() {
  if (state.place.tab !== 'home' || !isDm(state.place.channel)) return;
  const context = {
    key: 'home',
    use: async (element, values) => {
      const result = await act('action', {action_id: element.action_id, values}).catch((error) => ({ok: false, error: error.message}));
      if (!result.ok) toast(result.error, 'bad');
    },
  };
  timeline.replaceChildren(h('section', {class: 'home', data: {role: 'home'}},
    state.home ? blocks(state.home.blocks, context) : h('p', {class: 'quiet'}, 'Nothing here yet.')));
}

on('home', render);
on('place', async ({moved}) => {
  if (state.place.tab !== 'home') return;
  if (moved) state.home = (await get('home')).view ?? null;
  render();
});
