/** Advance widths of Atkinson Hyperlegible Next in thousandths of an em, at weights 400, 500, 600 and 700, measured in Chromium from the bundled WOFF2 (latin and latin-ext).
 * Two base-36 digits a code point from `from` on; `--` where the font has no glyph. */
export interface WidthRange {
  readonly from: number
  readonly at: readonly [regular: string, medium: string, semibold: string, bold: string]
}

export const WIDTHS: readonly WidthRange[] = [
  {
    from: 0x20,
    at: [
      '7s7y8di3ggpjkb4g8b8bdhgu5ua25uari0bbf8g0h2gcgme6h3gj5u5ufdhgfddclmheh1hxilftfcjajaawe8hjf1mwj9juggk4h2ggfij6ghnshbfzgv8tar9kfcac6relfqdhfoey8qfifa706tdo7anhfaf8fqfy9pd392f0ctj0ddchcs9k6l9kff',
      '85859djdgnq3k9508p8pdhgp6ja66jbci5bofkgah6gkgxehh7g96j6jfkh9fke3lnhzhdi2itg4fijkjdb9eshwf5najjk7gvkhhggng2j4h2o4i0gth092bc9kfoan79ewg2drg1f89bfwfj7j6zee7xnwfjfjg2g8a0di9mfbdljne1dada9z6s9zf8',
      '8f8aa2kagsqhk75f9090dhgm70a971bsi8byftggh9gqh5eph9g27171foh5foemloiehmi6izgdfmjrjfbjf6i6f8nkjqkhh5krhrgsggj3hgodiihfh399bs9kfxav7mf4gbdygaff9pg6fp7x73ew8do6fpfrgbgfa8dta0fje5k3eidvdoaa6xaaf3',
      '8p8faul9gyqxk55u9b9bdhgj7jad7kc8ibc8g3gohcgwheexhcfv7k7kfth0ftf7lpiuhviaj5glfqjyjhbtfligfcnujxkrhhl1i2gygvj2hwomj1i2h69gc89kg6b480fcgke6gkfna5ghfv8c77ff8uoifvg0gkgnage4agfreqkkf0ehe2al72alex',
    ],
  },
  {
    from: 0xa0,
    at: [
      '7s7ydhgyg4fz6leoa8m6abfmgq00m69w9sg3aman6r--e56o7d74akfmmomso3ciheheheheheheorhxftftftftawawawawj5j9jujujujujuesjuj6j6j6j6fzggg6elelelelelelo2dheyeyeyey7070707efpfaf8f8f8f8f8guf8f0f0f0f0chfqchheelheelheelhxdh----hxdhhxdhilhmj5foftey----fteyfteyftey----jafijafijafi----jafaaw70aw70----aw70aw70p4dt----hjdo--f17af17af18t----fv88j9faj9faj9fa------juf8----juf8rypoh29p----h29pggd3----ggd3ggd3fi92fi92----j6f0j6f0----j6f0j6f0j6f0nsj0fzchfzgvcsgvcsgvcs',
      '8585drh8g9gt6sezaym6ajglgv00m6a7a9ggauax79--ea7a7q7fatgln0n5opddhzhzhzhzhzhzpli2g4g4g4g4b9b9b9b9jdjjk7k7k7k7k7euk7j4j4j4j4gtgvgmewewewewewewo7drf8f8f8f87j7j7j7xfyfjfjfjfjfjfjgpfjfbfbfbfbdag2dahzewhzewhzewi2dr----i2dri2dritiajdg1g4f8----g4f8g4f8g4f8----jkfwjkfwjkfw----jdfjb97jb97j----b97jb97jq1ei----hwee--f57xf57xf59c----fz8tjjfjjjfjjjfj------k7fj----k7fjs5pthga0----hga0gndi----gndigndig29mg29m----j4fbj4fb----j4fbj4fbj4fbo4jngtdagth0dah0dah0da',
      '8f8adyhfgdhf6xf7bgm6aphagz00m6afalgpb0b47m--ed7p807ob0han9nfp4dzieieieieieieq7i6gdgdgdgdbjbjbjbjjjjqkhkhkhkhkhevkhj3j3j3j3hfh5gxf4f4f4f4f4f4oadyffffffff7x7x7x8bg5fpfrfrfrfrfrgmfrfjfjfjfjdvgbdvief4ief4ief4i6dy----i6dyi6dyizisjjgagdff----gdffgdffgdff----jrg6jrg6jrg6----jffpbj7xbj7x----bj7xbj7xqof0----i6ew--f88df88df89q----g298jqfpjqfpjqfp------khfr----khfrsapwhra8----hra8gsdt----gsdtgsdtgga0gga0----j3fjj3fj----j3fjj3fjj3fjodk3hfdvhfh3doh3doh3do',
      '8p8fe6hmghi272ffc0m6avi1h300m6anaygzb6bb80--eh868a7wb7i1ninpplemiuiuiuiuiuiuquiaglglglglbtbtbtbtjpjxkrkrkrkrkrewkrj2j2j2j2i2hhh9fcfcfcfcfcfcoee6fnfnfnfn8c8c8c8qgcfvg0g0g0g0g0gjg0frfrfrfrehgkehiufciufciufciae6----iae6iae6j5jajpgkglfn----glfnglfnglfn----jyghjyghjygh----jhfvbt8cbt8c----bt8cbt8crdfj----igff--fc8ufc8ufca5----g69ojxfvjxfvjxfv------krg0----krg0sgq0i2ag----i2aggye4----gye4gye4gvaggvag----j2frj2fr----j2frj2frj2fromkki2ehi2h6e2h6e2h6e2',
    ],
  },
  {
    from: 0x192,
    at: [
      '90',
      '9l',
      '9z',
      'af',
    ],
  },
  {
    from: 0x1c4,
    at: [
      'zzzzw2n7lvcppvpom5',
      'zzzzw2n7lvcppvpom5',
      'zzzzw2n7lvcppvpom5',
      'zzzzw2n7lvcppvpom5',
    ],
  },
  {
    from: 0x1d5,
    at: [
      'j6f0j6f0----j6f0--heel----oro2ljhn',
      'j4fbj4fb----j4fb--hzew----plo7ljhn',
      'j3fjj3fj----j3fj--ief4----q7oaljhn',
      'j2frj2fr----j2fr--iufc----quoeljhn',
    ],
  },
  {
    from: 0x1f1,
    at: [
      'zzzzw2jafi--iyj9faheeloro2juf8',
      'zzzzw2jkfw--iyjjfjhzewplo7k7fj',
      'zzzzw2jrg6--iyjqfpief4q7oakhfr',
      'zzzzw2jygh--iyjxfviufcquoekrg0',
    ],
  },
  {
    from: 0x218,
    at: [
      'ggd3fi92',
      'gndig29m',
      'gsdtgga0',
      'gye4gvag',
    ],
  },
  {
    from: 0x222,
    at: [
      'jegy',
      'jegy',
      'jegy',
      'jegy',
    ],
  },
  {
    from: 0x22a,
    at: [
      'juf8juf8',
      'k7fjk7fj',
      'khfrkhfr',
      'krg0krg0',
    ],
  },
  {
    from: 0x232,
    at: [
      'fzch------6t',
      'gtda------6z',
      'hfdv------73',
      'i2eh------77',
    ],
  },
  {
    from: 0x242,
    at: [
      'db------hkh3877qlphn----gzgg',
      'db------hkh3877qlphn----gzgg',
      'db------hkh3877qlphn----gzgg',
      'db------hkh3877qlphn----gzgg',
    ],
  },
  {
    from: 0x2c6,
    at: [
      'b7',
      'bx',
      'cg',
      'd0',
    ],
  },
  {
    from: 0x2da,
    at: [
      '8a--bd',
      '8s--bu',
      '96--c6',
      '9k--ci',
    ],
  },
  {
    from: 0x1e08,
    at: [
      'hxdh',
      'i2dr',
      'i6dy',
      'iae6',
    ],
  },
  {
    from: 0x1e14,
    at: [
      'fteyftey',
      'g4f8g4f8',
      'gdffgdff',
      'glfnglfn',
    ],
  },
  {
    from: 0x1e20,
    at: [
      'jafi',
      'jkfw',
      'jrg6',
      'jygh',
    ],
  },
  {
    from: 0x1e26,
    at: [
      'jafa',
      'jdfj',
      'jffp',
      'jhfv',
    ],
  },
  {
    from: 0x1e2e,
    at: [
      'aw7ehjdo',
      'b97xhwee',
      'bj8bi6ew',
      'bt8qigff',
    ],
  },
  {
    from: 0x1e3e,
    at: [
      'mwnh',
      'nanw',
      'nko6',
      'nuoi',
    ],
  },
  {
    from: 0x1e4c,
    at: [
      'juf8juf8juf8juf8ggfq',
      'k7fjk7fjk7fjk7fjgvg2',
      'khfrkhfrkhfrkhfrh5gb',
      'krg0krg0krg0krg0hhgk',
    ],
  },
  {
    from: 0x1e78,
    at: [
      'j6f0j6f0ghct----nsj0nsj0nsj0',
      'j4fbj4fbh2dl----o4jno4jno4jn',
      'j3fjj3fjhge5----odk3odk3odk3',
      'j2frj2frhweq----omkkomkkomkk',
    ],
  },
  {
    from: 0x1e8c,
    at: [
      'hbdd',
      'i0e1',
      'iiei',
      'j1f0',
    ],
  },
  {
    from: 0x1e97,
    at: [
      '92----h1--9s9si8',
      '9m----h1--9s9sii',
      'a0----h1--9s9siq',
      'ag----h1--9s9siy',
    ],
  },
  {
    from: 0x1ea4,
    at: [
      'heelheel----heel----heelheel----heel',
      'hzewhzew----hzew----hzewhzew----hzew',
      'ief4ief4----ief4----ief4ief4----ief4',
      'iufciufc----iufc----iufciufc----iufc',
    ],
  },
  {
    from: 0x1ebc,
    at: [
      'fteyfteyftey----ftey',
      'g4f8g4f8g4f8----g4f8',
      'gdffgdffgdff----gdff',
      'glfnglfnglfn----glfn',
    ],
  },
  {
    from: 0x1ed0,
    at: [
      'juf8juf8----juf8',
      'k7fjk7fj----k7fj',
      'khfrkhfr----khfr',
      'krg0krg0----krg0',
    ],
  },
  {
    from: 0x1ef2,
    at: [
      'fzch',
      'gtda',
      'hfdv',
      'i2eh',
    ],
  },
  {
    from: 0x1ef8,
    at: [
      'fzchldd9enenenen',
      'gtdaldd9enenenen',
      'hfdvldd9enenenen',
      'i2ehldd9enenenen',
    ],
  },
  {
    from: 0x2000,
    at: [
      'dwrsdwrs996y4ni05u3w1r0000000000------e0mw------6k6k6k--b3b3b3--f1--c6--9aijim8u7s7s00000000003w',
      'dwrsdwrs996y4ni56j431r0000000000------dzmz------6x6x6x--bzbzbz--fi--c6--9aijjv8u8585000000000042',
      'dwrsdwrs996y4ni871471r0000000000------dyn2------777777--cncncn--fu--c6--9aijkr8u8f8f000000000047',
      'dwrsdwrs996y4nib7k4c1r0000000000------dxn4------7h7h7h--dbdbdb--g6--c6--9aijlp8u8p8p00000000004c',
    ],
  },
  {
    from: 0x2038,
    at: [
      '9f9t9tna',
      '9faaaana',
      '9famamna',
      '9fayayna',
    ],
  },
  {
    from: 0x2040,
    at: [
      'mc6yrsdwga',
      'mc6yrsdwgm',
      'mc6yrsdwgv',
      'mc6yrsdwh5',
    ],
  },
  {
    from: 0x204a,
    at: [
      'dt--dwdwdw9dmcdwcirsmcnagaifnana8um5na8u8u6600000000000000000000000000000000',
      'dt--dwdwdw9dmcdwcirsmcnagaifnana8um5na8u8u6600000000000000000000000000000000',
      'dt--dwdwdw9dmcdwcirsmcnagaifnana8um5na8u8u6600000000000000000000000000000000',
      'dt--dwdwdw9dmcdwcirsmcnagaifnana8um5na8u8u6600000000000000000000000000000000',
    ],
  },
  {
    from: 0x20ac,
    at: [
      'ig',
      'im',
      'iq',
      'iu',
    ],
  },
  {
    from: 0x20b6,
    at: [
      'enen--fe--enen--enenen',
      'enen--g6--enen--enenen',
      'enen--gp--enen--enenen',
      'enen--ha--enen--enenen',
    ],
  },
  {
    from: 0x2122,
    at: [
      'oa',
      'p2',
      'pl',
      'q6',
    ],
  },
  {
    from: 0x2212,
    at: [
      'gu----gm',
      'gp----h3',
      'gm----hg',
      'gj----ht',
    ],
  },
]
