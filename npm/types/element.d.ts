/** What `<planet-feed>` tells when it shows posts. */
export interface PlanetShown {
  /** How many posts the planet holds that its attributes let through. */
  posts: number;
  feeds: number;
  /** Feeds that cannot be read. */
  failed: number;
}

/** What it tells when it cannot. */
export interface PlanetError {
  /** A word for scripts: no-planet, bad-json, bad-config, no-core, no-posts. */
  reason: string;
  /** A sentence for people. */
  message: string;
}

/** A feed of the planet that is shown. */
export interface PlanetPerson {
  nick: string;
  name: string;
  url: string;
  posts: number;
  state: 'waiting' | 'ok' | 'failed' | 'gone';
  /** What is wrong with it, in words. */
  message?: string;
}

export interface PlanetFeedEventMap extends HTMLElementEventMap {
  'planet-load': CustomEvent<PlanetShown>;
  'planet-update': CustomEvent<PlanetShown>;
  'planet-error': CustomEvent<PlanetError>;
}

/** Each property is the attribute of the same name: null where it is absent. */
export class PlanetFeed extends HTMLElement {
  /** URL of the folder that holds planetarium.wasm and planetarium-parser.wasm, if not beside the script. */
  static get files(): string | undefined;
  static set files(url: string | undefined);
  /** Defines the element, once. */
  static define(tag?: string, registry?: CustomElementRegistry): void;

  /** What a planet.json would hold, or its text: in place of `src`. */
  planet: object | string | undefined;

  /** Its feeds: how many posts of each there are, and in words what is wrong with it. */
  get people(): PlanetPerson[];

  get src(): string | null;
  set src(url: string | null | undefined);
  get feeds(): string | null;
  set feeds(urls: string | readonly string[] | null | undefined);
  get proxy(): string | null;
  set proxy(template: string | null | undefined);
  get feed(): string | null;
  set feed(nick: string | null | undefined);
  get author(): string | null;
  set author(name: string | null | undefined);
  get tag(): string | null;
  set tag(tag: string | null | undefined);
  get limit(): string | null;
  set limit(posts: string | number | null | undefined);
  get density(): string | null;
  set density(density: 'excerpt' | 'titles' | 'full' | (string & {}) | null | undefined);
  get group(): string | null;
  set group(group: 'none' | 'day' | 'feed' | (string & {}) | null | undefined);
  get theme(): string | null;
  set theme(theme: 'light' | 'dark' | 'system' | (string & {}) | null | undefined);
  get target(): string | null;
  set target(target: string | null | undefined);
  get refresh(): string | null;
  set refresh(minutes: string | number | null | undefined);

  addEventListener<Type extends keyof PlanetFeedEventMap>(
    type: Type,
    listener: (this: PlanetFeed, event: PlanetFeedEventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'planet-feed': PlanetFeed;
  }
}
