import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOfEmbed } from '../../../web/render/embeds.js';

for (const [player, page] of [
  ['https://www.youtube.com/embed/abcdefghijk?rel=0', 'https://www.youtube.com/watch?v=abcdefghijk'],
  ['http://youtube-nocookie.com/embed/a-b_defghij', 'https://www.youtube.com/watch?v=a-b_defghij'],
  [
    'https://www.youtube.com/embed/videoseries?list=PL1',
    'https://www.youtube.com/embed/videoseries?list=PL1',
  ],
  ['https://player.vimeo.com/video/76979871?title=0', 'https://vimeo.com/76979871'],
  [
    'https://tube.example/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d',
    'https://tube.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d',
  ],
  ['https://youtube.com.example/embed/abcdefghijk', 'https://youtube.com.example/embed/abcdefghijk'],
  ['https://maps.example/embed/1', 'https://maps.example/embed/1'],
]) {
  test(`embeds: ${player} plays what ${page} shows`, () => assert.equal(pageOfEmbed(player), page));
}
