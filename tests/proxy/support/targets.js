// URLs that no open proxy may fetch, and how each is answered; shared by the tests of both runtimes.

/** @type {[string, [number, string]][]} */
export const targets = [
  ...[
    ...[
      '',
      'not a url',
      '//a.example/',
      '/feed',
      'http://',
      'http:///',
      'http://a b',
      'http://xn--a',
      'http://a.example:99999/',
    ],
    ...[
      'http://256.1.1.1',
      'http://1.2.3.4.5',
      'http://[::1',
      'http://a%00b/',
      'http://a.example%2f@b/',
      'http://a\u0000.example/',
    ],
    ...[
      'http://u:p@a.example/',
      'http://u@a.example/',
      'http://example.com@127.0.0.1/',
      'http://a%ef%bc%8f.example/',
    ],
  ].map(badUrl),
  ...[
    ...[
      'file:///etc/passwd',
      'ftp://a.example/',
      'gopher://a.example/',
      'ws://a.example/',
      'data:text/xml,<rss/>',
    ],
    ...[
      'javascript:alert(1)',
      'blob:https://a.example/1',
      'about:blank',
      'chrome://x',
      'view-source:http://a.example/',
    ],
    ...[
      'http://127.0.0.1/',
      'http://10.1.2.3/',
      'http://172.16.0.1/',
      'http://192.168.0.1/',
      'http://0.0.0.0/',
    ],
    ...[
      'http://255.255.255.255/',
      'http://8.8.8.8/',
      'http://2130706433/',
      'http://0x7f000001/',
      'http://0177.0.0.1/',
    ],
    ...[
      'http://127.1/',
      'http://0/',
      'http://127.0.0.1./',
      'http://\u2460\u2461\u2466.0.0.1/',
      'http://%31%32%37.0.0.1/',
    ],
    ...[
      'http://127\u30020\u30020\u30021/',
      'http://127.0.0.1%2e/',
      'http://0x7f.0.0.0x1/',
      'http://00000000177.1/',
    ],
    ...[
      'http://[::1]/',
      'http://[::]/',
      'http://[fe80::1]/',
      'http://[fc00::1]/',
      'http://[fd00:ec2::254]/',
      'http://[ff02::1]/',
    ],
    ...[
      'http://[::ffff:127.0.0.1]/',
      'http://[::127.0.0.1]/',
      'http://[::ffff:0:0:127.0.0.1]/',
      'http://[2606:4700::1111]/',
    ],
    ...[
      'http://[64:ff9b::a9fe:a9fe]/',
      'http://[64:ff9b:1::7f00:1]/',
      'http://[2002:7f00:1::]/',
      'http://[2001::1]/',
    ],
    ...[
      'http://169.254.169.254/latest/meta-data/',
      'http://100.100.100.200/',
      'http://192.0.0.192/',
      'http://168.63.129.16/',
    ],
    ...[
      'http://localhost/',
      'http://LOCALHOST./',
      'http://x.localhost/',
      'http://\u24dbocalhost/',
      'http://loc\u00adalhost/',
    ],
    ...[
      'http://printer.local/',
      'http://metadata.google.internal/',
      'http://nas.home.arpa/',
      'http://intranet/',
      'http://intranet./',
    ],
    ...[
      'http://wiki.corp/',
      'http://a.onion/',
      'http://a..example/',
      'http://.example/',
      'http://localhost%2e/',
    ],
    ...[
      'http://a.example:0/',
      'http://a.example:22/',
      'http://a.example:25/',
      'http://a.example:3306/',
      'http://a.example:6379/',
    ],
    ...['https://a.example:8080/', 'http://a.example\\@127.0.0.1/'.replace('\\@', ':81/@')],
  ].map(forbidden),
  [`http://a.example/${'x'.repeat(3000)}`, [414, 'url-too-long']],
];

/** @param {string} url @returns {[string, [number, string]]} */
function badUrl(url) {
  return [url, [400, 'bad-url']];
}

/** @param {string} url @returns {[string, [number, string]]} */
function forbidden(url) {
  return [url, [403, 'forbidden-target']];
}
