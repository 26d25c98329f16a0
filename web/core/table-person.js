// A person of a feed table.
import { put } from './table-cursor.js';

export function readPerson() {
  const person = {};
  put(person, 'name');
  put(person, 'email');
  put(person, 'uri');
  put(person, 'avatar');
  return person;
}
