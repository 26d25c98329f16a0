// What feeds and entries say in namespaces of their own, from a feed table.
import {
  number,
  put,
  putFlag,
  putList,
  putNumber,
  putOptional,
  putSeconds,
  putText,
  string,
} from './table-cursor.js';
import { readPerson } from './table-person.js';

export function readItunes() {
  const itunes = {};
  put(itunes, 'author');
  putOptional(itunes, 'owner', readPerson);
  put(itunes, 'title');
  put(itunes, 'subtitle');
  put(itunes, 'summary');
  put(itunes, 'image');
  putFlag(itunes, 'explicit');
  putFlag(itunes, 'block');
  putFlag(itunes, 'complete');
  put(itunes, 'type');
  put(itunes, 'newFeedUrl');
  putSeconds(itunes, 'duration');
  putNumber(itunes, 'episode');
  putNumber(itunes, 'season');
  put(itunes, 'episodeType');
  return itunes;
}

function readContent() {
  const content = {};
  put(content, 'url');
  put(content, 'type');
  put(content, 'medium');
  putNumber(content, 'width');
  putNumber(content, 'height');
  putSeconds(content, 'duration');
  putNumber(content, 'fileSize');
  putFlag(content, 'isDefault');
  return content;
}

function readThumbnail() {
  const thumbnail = {};
  put(thumbnail, 'url');
  putNumber(thumbnail, 'width');
  putNumber(thumbnail, 'height');
  putSeconds(thumbnail, 'time');
  return thumbnail;
}

function readCredit() {
  const credit = {};
  put(credit, 'name');
  put(credit, 'role');
  put(credit, 'scheme');
  return credit;
}

/** Left out where it says nothing. @param {any} object @param {string} key @param {any} value @param {boolean} said */
function putIf(object, key, value, said) {
  if (said) object[key] = value;
}

export function readMedia() {
  /** @type {any} */
  const media = {};
  putText(media, 'title');
  putText(media, 'description');
  putList(media, 'content', readContent);
  putList(media, 'thumbnails', readThumbnail);
  /** @type {any} */
  const player = {};
  put(player, 'url');
  putNumber(player, 'width');
  putNumber(player, 'height');
  putIf(media, 'player', player, 'url' in player);
  putList(media, 'credits', readCredit);
  /** @type {any} */
  const rating = {};
  put(rating, 'value');
  put(rating, 'scheme');
  putIf(media, 'rating', rating, 'value' in rating);
  /** @type {any} */
  const restriction = {};
  put(restriction, 'relationship');
  put(restriction, 'type');
  putList(restriction, 'values', string);
  putIf(media, 'restriction', restriction, 'relationship' in restriction || 'values' in restriction);
  /** @type {any} */
  const license = {};
  put(license, 'name');
  put(license, 'type');
  put(license, 'href');
  putIf(media, 'license', license, 'name' in license || 'href' in license);
  return media;
}

/** RFC 7946 §3.1: a point is a position, a line a list of them, a polygon a list of rings. */
export function readGeometry() {
  const type = string();
  const dimension = number();
  const count = number();
  /** @type {number[][]} */
  const positions = [];
  for (let i = 0; i < count; i += dimension) {
    const position = [];
    for (let n = 0; n < dimension; n++) position.push(Number(string()));
    positions.push(position);
  }
  if (type === 'Point') return { type, coordinates: positions[0] };
  return { type, coordinates: type === 'Polygon' ? [positions] : positions };
}

function readTranscript() {
  const transcript = {};
  put(transcript, 'url');
  put(transcript, 'type');
  put(transcript, 'language');
  put(transcript, 'rel');
  return transcript;
}

function readPodcastPerson() {
  const person = {};
  put(person, 'name');
  put(person, 'role');
  put(person, 'group');
  put(person, 'img');
  put(person, 'href');
  return person;
}

export function readPodcast() {
  /** @type {any} */
  const podcast = {};
  const chapters = {};
  put(chapters, 'url');
  put(chapters, 'type');
  putIf(podcast, 'chapters', chapters, 'url' in chapters);
  putList(podcast, 'transcripts', readTranscript);
  putList(podcast, 'persons', readPodcastPerson);
  return podcast;
}
