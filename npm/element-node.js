/** `planet-feed` in Node, where sites are rendered before they are sent: there are no elements, and defining one does nothing. */
export class PlanetFeed {
  /** @type {string | undefined} */
  static files;

  static define() {}
}
