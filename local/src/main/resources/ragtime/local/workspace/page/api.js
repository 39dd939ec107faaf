// Calls to the workspace behind the page, in the name of whoever acts.
import {state} from './store.js';

async function read(response) {
  const body = await response.json().catch(() => ({ok: false, error: `status ${response.status}`}));
  if (!response.ok) throw new Error(body.error ?? body.title ?? `status ${response.status}`);
  return body;
}

export const get = (path, parameters = {}) =>
  fetch(`/page/${path}?${new URLSearchParams({person: state.me, ...parameters})}`).then(read);

export const act = (path, body = {}) =>
  fetch(`/page/${path}`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({person: state.me, ...body}),
  }).then(read);

/** Sends a file; `onProgress` hears how much of it is there, from 0 to 1. */
export function upload(file, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/page/files?${new URLSearchParams({person: state.me, name: file.name})}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () =>
      request.status === 200 ? resolve(JSON.parse(request.responseText).file) : reject(new Error(`status ${request.status}`));
    request.onerror = () => reject(new Error('the connection broke off'));
    request.send(file);
  });
}
