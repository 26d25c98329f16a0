/** Markup of feeds that means harm: each would set `hacked`, or ask for an address with `stolen` in it. */
export const HOSTILE = [
  '<script>hacked=1</script>',
  '<img src="x" onerror="hacked=1">',
  '<svg onload="hacked=1"><script>hacked=1</script></svg>',
  '<svg><style><img src=x onerror=hacked=1></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=hacked=1&gt;">',
  '<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>',
  '<a href="javascript:hacked=1" id="clobber">x</a>',
  '<form action="stolen"><input name="attributes"><button formaction="javascript:hacked=1">x</button></form>',
  '<style>@import "stolen.css"; * { display: none !important }</style>',
  '<link rel="stylesheet" href="stolen.css"><meta http-equiv="refresh" content="0;url=stolen"><base href="//stolen/">',
  '<object data="stolen"></object><embed src="stolen">',
  '<div style="position:fixed;inset:0;width:9999px;background:url(stolen)">over all</div>',
  '<table width="9999"><tr><td nowrap>wide wide wide wide wide wide wide wide wide wide wide wide wide wide</td></tr></table>',
  `<pre>${'long '.repeat(200)}</pre>`,
  '<template><img src=x onerror=hacked=1></template>',
  '<noscript><p title="</noscript><img src=x onerror=hacked=1>"></noscript>',
  '<details ontoggle="hacked=1" open><summary>x</summary></details>',
  '<video autoplay src="stolen.mp4" onloadstart="hacked=1"></video>',
  '<input autofocus onfocus="hacked=1">',
  '<p is="x-y" slot="x" part="title" class="h-entry">x</p>',
  '"><img src=x onerror=hacked=1>',
  "'-hacked=1-'",
  '${hacked=1}',
  '{{constructor.constructor("hacked=1")()}}',
  '</title></textarea></style></script><script>hacked=1</script>',
];

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A feed that has them wherever a feed has a text, one post for each. @returns {string} */
export const hostileFeed = () => {
  const all = escaped(HOSTILE.join(''));
  const items = HOSTILE.map(
    (payload, i) =>
      `<item><guid>${escaped(payload)}</guid><title>${i} ${escaped(payload)}</title><link>javascript:hacked=1//${i}</link>
      <dc:creator>${escaped(payload)}</dc:creator><category>${escaped(payload)}</category><dc:language>${escaped(payload)}</dc:language>
      <pubDate>Sat, 21 Jun 2008 10:${10 + i}:00 GMT</pubDate><comments>data:text/html,${escaped(payload)}</comments>
      <enclosure url="javascript:hacked=1" type="${escaped(payload)}" length="${escaped(payload)}"/>
      <description>${escaped(payload)}</description></item>`,
  );
  return `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${all}</title><description>${all}</description>
    <link>javascript:hacked=1</link><language>${all}</language><image><url>javascript:hacked=1</url></image>${items.join('')}</channel></rss>`;
};
