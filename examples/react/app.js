/** A component with a planet in it: attributes go in, events come out. */
import { createElement as h, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

function Planet() {
  const feed = useRef(/** @type {HTMLElement | null} */ (null));
  const [tag, setTag] = useState('');
  const [count, setCount] = useState(0);
  useEffect(() => {
    const { current } = feed;
    const listen = (/** @type {any} */ { detail }) => setCount(detail.posts);
    const types = ['planet-load', 'planet-update'];
    for (const type of types) current?.addEventListener(type, listen);
    return () => types.forEach((type) => current?.removeEventListener(type, listen));
  }, []);
  return h(
    'main',
    null,
    h('h1', null, `${count} posts`),
    h('button', { onClick: () => setTag(tag ? '' : 'bread') }, tag ? 'Everything' : 'Bread alone'),
    h('planet-feed', { ref: feed, src: '../planet.json', limit: 5, tag }, 'The planet is on its way.'),
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(h(Planet));
