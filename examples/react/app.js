/** A component with a planet in it: attributes go in, events come out. */
import { createElement as h, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** @param {{ src: string, tag: string, onPosts: (count: number) => void, onTrouble: (reason: string) => void }} props */
function Planet({ src, tag, onPosts, onTrouble }) {
  const feed = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    const { current } = feed;
    const stop = new AbortController();
    const on = (/** @type {string} */ type, /** @type {(event: any) => void} */ listen) =>
      current?.addEventListener(type, listen, { signal: stop.signal });
    for (const type of ['planet-load', 'planet-update']) on(type, ({ detail }) => onPosts(detail.posts));
    on('planet-error', ({ detail }) => onTrouble(detail.reason));
    return () => stop.abort();
  }, []);
  return h('planet-feed', { ref: feed, src, limit: 5, tag }, 'The planet is on its way.');
}

function App() {
  const [src, setSrc] = useState('../planet.json');
  const [tag, setTag] = useState('');
  const [shown, setShown] = useState(true);
  const [count, setCount] = useState(0);
  const [trouble, setTrouble] = useState('');
  return h(
    'main',
    null,
    h('h1', null, `${count} posts`),
    h('button', { onClick: () => setTag(tag ? '' : 'bread') }, tag ? 'Everything' : 'Bread alone'),
    h('button', { onClick: () => setShown(!shown) }, shown ? 'Hide' : 'Show'),
    h('button', { onClick: () => setSrc('nowhere.json') }, 'Another planet'),
    trouble && h('p', { role: 'alert' }, `No planet: ${trouble}`),
    shown && h(Planet, { src, tag, onPosts: setCount, onTrouble: setTrouble }),
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(h(App));
