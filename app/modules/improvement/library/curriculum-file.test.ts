import { describe, expect, it } from 'vitest'
import { readCurriculum } from './curriculum-file.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('a curriculum', () => {
  it('is read from CSV, whatever its separator and order', () => {
    const text =
      '\uFEFFcode;label;uri;subject\n26;"Meten; en wegen";https://voorbeeld.example/kerndoel/26;Rekenen\n27;Breuken;https://voorbeeld.example/kerndoel/27;\n'
    expect(readCurriculum(bytes(text), 'https://voorbeeld.example/lijst')).toEqual({
      ok: true,
      terms: [
        {
          uri: 'https://voorbeeld.example/kerndoel/26',
          code: '26',
          label: 'Meten; en wegen',
          subject: 'Rekenen',
          level: '',
          broader: null,
          scheme: 'https://voorbeeld.example/lijst',
        },
        {
          uri: 'https://voorbeeld.example/kerndoel/27',
          code: '27',
          label: 'Breuken',
          subject: '',
          level: '',
          broader: null,
          scheme: 'https://voorbeeld.example/lijst',
        },
      ],
    })
  })

  it('is read from SKOS in JSON-LD, in Dutch where there are several languages', () => {
    const graph = {
      '@context': { skos: 'http://www.w3.org/2004/02/skos/core#' },
      '@graph': [
        { '@id': 'https://voorbeeld.example/lijst', '@type': 'skos:ConceptScheme' },
        {
          '@id': 'https://voorbeeld.example/kerndoel/5',
          '@type': ['skos:Concept'],
          'skos:prefLabel': [
            { '@value': 'Reading', '@language': 'en' },
            { '@value': 'Lezen', '@language': 'nl' },
          ],
          'skos:notation': '5',
          'skos:inScheme': { '@id': 'https://voorbeeld.example/lijst' },
        },
      ],
    }
    expect(readCurriculum(bytes(JSON.stringify(graph)))).toEqual({
      ok: true,
      terms: [
        {
          uri: 'https://voorbeeld.example/kerndoel/5',
          code: '5',
          label: 'Lezen',
          subject: '',
          level: '',
          broader: null,
          scheme: 'https://voorbeeld.example/lijst',
        },
      ],
    })
  })

  const list = 'https://a.example/list'

  it.each([
    ['code,label\n1,Lezen', { reason: 'no-column', what: 'uri' }],
    ['uri,code\nhttps://a.example/1,1', { reason: 'no-column', what: 'label' }],
    ['{"@graph": [', { reason: 'unreadable' }],
    ['{"@graph": [{"@id": "https://a.example/1"}]}', { reason: 'no-terms' }],
    ['', { reason: 'unreadable' }],
  ])('is refused as a whole: %j', (text, refused) => {
    expect(readCurriculum(bytes(text), list)).toMatchObject({ ok: false, ...refused })
  })

  it('is refused with every row that is wrong, and why', () => {
    const long = 'x'.repeat(41)
    const text = `uri,label,code,broader,scheme
https://a.example/1,Lezen,1,,
kerndoel 2,Taal,2,,
https://a.example/3,,3,,
https://a.example/1,Nog eens,1,,
https://a.example/5,Rekenen,${long},,
https://a.example/6,Tijd,6,hoger,lijst 6
`
    expect(readCurriculum(bytes(text), list)).toEqual({
      ok: false,
      reason: 'rows',
      rows: [
        { line: 3, reason: 'no-address', what: 'kerndoel 2' },
        { line: 4, reason: 'no-label', what: 'https://a.example/3' },
        { line: 5, reason: 'twice', what: 'https://a.example/1' },
        { line: 6, reason: 'too-long', what: `code: ${'x'.repeat(40)}…` },
        { line: 7, reason: 'scheme-no-address', what: 'lijst 6' },
        { line: 7, reason: 'broader-no-address', what: 'hoger' },
      ],
    })
  })

  it('says of which list it is: an import takes the place of a list', () => {
    const text = 'uri,label\nhttps://a.example/1,Lezen'
    expect(readCurriculum(bytes(text))).toEqual({ ok: false, reason: 'no-list' })
    const some = 'uri,label,scheme\nhttps://a.example/1,Lezen,\nhttps://a.example/2,Taal,https://a.example/'
    expect(readCurriculum(bytes(some))).toMatchObject({ rows: [{ line: 2, reason: 'no-scheme' }] })
    expect(readCurriculum(bytes(text), list)).toMatchObject({ ok: true, terms: [{ scheme: list }] })
  })

  it('keeps nothing that a file or a database can’t hold', () => {
    const text = JSON.stringify([
      { '@id': 'https://a.example/1', type: 'Concept', prefLabel: 'Le\u0000z\uFFFEen\n nu' },
    ])
    expect(readCurriculum(bytes(text), list)).toMatchObject({ ok: true, terms: [{ label: 'Lezen nu' }] })
  })
})
