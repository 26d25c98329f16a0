import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstDayOf, weeksOf } from '../../../web/render/overview/calendar.js';
import { MONTHS, evenMonths } from '../../../web/render/overview/sparkline.js';
import { groupTitles } from '../../../web/render/titles-view.js';
import { fileName } from '../../../web/elements/download.js';

test('calendar: the weeks of a month begin where the language begins its weeks', () => {
  const days = (/** @type {(string | undefined)[][]} */ weeks) =>
    weeks.map((week) => week.map((day) => day?.slice(8) ?? '--').join(' '));
  assert.deepEqual(days(weeksOf(2009, 1, 1)), [
    '-- -- -- -- -- -- 01',
    '02 03 04 05 06 07 08',
    '09 10 11 12 13 14 15',
    '16 17 18 19 20 21 22',
    '23 24 25 26 27 28 --',
  ]);
  assert.deepEqual(days(weeksOf(2009, 1, 7)), [
    '01 02 03 04 05 06 07',
    '08 09 10 11 12 13 14',
    '15 16 17 18 19 20 21',
    '22 23 24 25 26 27 28',
  ]);
  assert.deepEqual(days(weeksOf(2008, 1, 6)).at(-1), '23 24 25 26 27 28 29');
  assert.equal(firstDayOf('no locale'), 1);
});

test('sparkline: months without posts count nothing, and the line ends with the newest', () => {
  const line = evenMonths(
    [
      { month: '2008-01', count: 3 },
      { month: '2007-11', count: 1 },
    ],
    '2008-01',
  );
  assert.equal(line.length, MONTHS);
  assert.deepEqual(line[0], { month: '2006-02', count: 0 });
  assert.deepEqual(line.slice(-3), [
    { month: '2007-11', count: 1 },
    { month: '2007-12', count: 0 },
    { month: '2008-01', count: 3 },
  ]);
});

test('headlines: today, this week, this month, then by month', () => {
  const dates = ['2008-06-22', '2008-06-21', '2008-06-15', '2008-06-14', '2008-05-31', '2007-06-21'];
  const entries = dates.map((date) => /** @type {any} */ ({ key: date }));
  const days = dates.map((date, index) => ({ date, runs: [{ feed: 'ada', entries: [index] }] }));
  assert.deepEqual(
    groupTitles({ days, entries }, '2008-06-21').map(({ group, entries }) => [
      group,
      entries.map(({ key }) => key),
    ]),
    [
      ['today', ['2008-06-22', '2008-06-21']],
      ['week', ['2008-06-15']],
      ['month', ['2008-06-14']],
      ['2008-05', ['2008-05-31']],
      ['2007-06', ['2007-06-21']],
    ],
  );
});

test('documents: a file is named for what is in it, in letters and figures alone', () => {
  assert.equal(
    fileName('Planet Éxample', { tag: 'c++ / rust', month: '2008-06' }),
    'planet-éxample-c-rust-2008-06',
  );
  assert.equal(fileName('../..', {}), 'planet');
});
