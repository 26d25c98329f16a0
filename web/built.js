/** The script of a page that a build has drawn: the page's own comes when all that it shows is there, or somebody does something. */
import { firstLook } from './elements/first-look.js';

const first = await firstLook(window);
// Who has begun wants what they did to count: nothing is left as it stands.
if (first === 'act') document.getElementById('planet')?.removeAttribute('data-shows');
await import('./app.js');
