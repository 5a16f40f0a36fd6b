import { describe, expect, it } from 'vitest'
import { readCurriculum } from './curriculum-file.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('a curriculum', () => {
  it('is read from CSV, whatever its separator and order', () => {
    const text =
      '\uFEFFcode;label;uri;subject\n26;"Meten; en wegen";https://voorbeeld.example/kerndoel/26;Rekenen\n27;Breuken;https://voorbeeld.example/kerndoel/27;\n'
    expect(readCurriculum(bytes(text))).toEqual({
      ok: true,
      terms: [
        {
          uri: 'https://voorbeeld.example/kerndoel/26',
          code: '26',
          label: 'Meten; en wegen',
          subject: 'Rekenen',
          level: '',
          broader: null,
          scheme: '',
        },
        {
          uri: 'https://voorbeeld.example/kerndoel/27',
          code: '27',
          label: 'Breuken',
          subject: '',
          level: '',
          broader: null,
          scheme: '',
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

  it.each([
    ['code,label\n1,Lezen', { reason: 'no-column', what: 'uri' }],
    ['uri,code\nhttps://a.example/1,1', { reason: 'no-column', what: 'label' }],
    ['uri,label\nhttps://a.example/1,Lezen\nkerndoel 2,Taal', { reason: 'no-address', line: 3, what: 'kerndoel 2' }],
    ['uri,label\nhttps://a.example/1,', { reason: 'no-label', line: 2 }],
    ['uri,label\nhttps://a.example/1,A\nhttps://a.example/1,B', { reason: 'twice', line: 3 }],
    ['{"@graph": [', { reason: 'unreadable' }],
    ['{"@graph": [{"@id": "https://a.example/1"}]}', { reason: 'no-terms' }],
    ['', { reason: 'unreadable' }],
  ])('is refused as a whole: %j', (text, refused) => {
    expect(readCurriculum(bytes(text))).toMatchObject({ ok: false, ...refused })
  })
})
