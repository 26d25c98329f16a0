// Pictures, sound and video of posts: what is asked for and when, and what stands where a picture cannot be had.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openStage } from './support/stage.js';
import { post, viewOf } from './support/views.js';

const stage = await openStage();
after(() => stage.close());

/** @param {string} html @param {object} [more] */
const viewWith = (html, more) =>
  viewOf([
    post({
      key: '00000000000000a1',
      date: '2008-06-21T10:00:00Z',
      content: { type: 'html', value: html },
      ...more,
    }),
  ]);

test('media: a picture that cannot be had leaves its words in a box of its shape', async () => {
  const { page, show, close } = await stage.open();
  await show(
    viewWith(
      `<p><img src="https://pictures.example/gone.png" width="320" height="160" alt="The harbour at dusk"></p>
       <p id="b">a<img src="https://pictures.example/gone2.png">b</p>`,
    ),
  );
  await page.waitForSelector('.unseen');
  const { width, height } = /** @type {{ width: number, height: number }} */ (
    await page.locator('.unseen').boundingBox()
  );
  assert.deepEqual([width, height], [320, 160]);
  assert.equal(await page.locator('.e-content img').count(), 1);
  await close();
});

test('media: sound and video have players that ask for nothing before they are started', async () => {
  const { page, show, elsewhere, close } = await stage.open();
  await show(
    viewWith('<p>Listen.</p>', {
      enclosures: [
        { url: 'https://media.example/1.mp3', type: 'audio/mpeg' },
        { url: 'https://media.example/1.mp4', type: 'video/mp4' },
        { url: 'http://192.168.1.1/2.mp4', type: 'video/mp4' },
        { url: 'https://media.example/1.pdf', type: 'application/pdf' },
      ],
    }),
  );
  assert.deepEqual(
    await page.evaluate(() =>
      [...document.querySelectorAll('.enclosures :is(audio, video)')].map((player) => [
        player.nodeName,
        player.getAttribute('src'),
        player.getAttribute('preload'),
        player.hasAttribute('controls'),
      ]),
    ),
    [
      ['AUDIO', 'https://media.example/1.mp3', 'none', true],
      ['VIDEO', 'https://media.example/1.mp4', 'none', true],
    ],
  );
  assert.equal(await page.locator('.u-enclosure').count(), 4);
  assert.deepEqual(elsewhere, []);
  await close();
});

test('media: a video site is asked for nothing: a card leads to the video’s page', async () => {
  const { page, show, elsewhere, close } = await stage.open();
  await show(viewWith('<p>See:</p><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>'));
  assert.equal(await page.getAttribute('.embedded a', 'href'), 'https://www.youtube.com/watch?v=abcdefghijk');
  assert.deepEqual(elsewhere, []);
  await close();
});

test('media: a reader who wants no pictures gets them one by one', async () => {
  const { page, show, elsewhere, close } = await stage.open();
  const view = viewWith(
    '<p><a href="https://a.example/"><img src="https://pictures.example/1.png" alt="A boat"></a> <img src="https://pictures.example/2.png"></p>',
  );
  await show(view);
  await Promise.all([page.waitForEvent('load'), page.click('.dress input')]);
  await page.waitForFunction(() => 'stage' in globalThis);
  elsewhere.length = 0;
  await show(view);
  assert.deepEqual(await page.locator('.held').allTextContents(), [
    'Show the picture: A boat',
    'Show the picture: pictures.example',
  ]);
  assert.deepEqual(elsewhere, []);
  await page.click('.held');
  await page.waitForFunction(() => document.querySelectorAll('.held').length === 1);
  await page.waitForTimeout(100);
  assert.deepEqual(elsewhere, ['https://pictures.example/1.png']);
  await close();
});
