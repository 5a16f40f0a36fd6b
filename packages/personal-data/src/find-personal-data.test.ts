import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { findPersonalData, sentenceAround, sentencesOf } from './index.ts'
import { passesElevens } from './numbers/codes.ts'

const found = (text: string) => findPersonalData(text).map(({ kind, text: datum }) => `${kind}: ${datum}`)

describe('personal data', () => {
  it.each([
    ['Kijk mee met Sem de Boer (sem@voorbeeld.nl).', ['name: Sem de Boer', 'email: sem@voorbeeld.nl']],
    ['Roos heeft moeite met breuken.', ['name: Roos']],
    ['Wil heeft vandaag extra uitleg nodig.', ['name: Wil']],
    ['Geef Mei een koptelefoon.', ['name: Mei']],
    ['De leerlingen lezen Sems schrift.', ['name: Sems']],
    ['Kijk in Gommaars schrift.', ['name: Gommaars']],
    ['let op fatima en jan, zij zitten achterin', ['name: fatima', 'name: jan']],
    ['Xanthippa heeft extra uitleg nodig.', ['name: Xanthippa']],
    ['J.P. Jansen komt kijken; mevrouw De Vries ook.', ['name: J.P. Jansen', 'name: De Vries']],
    ['Let extra op Bram W. en op S. van der Berg.', ['name: Bram W.', 'name: S. van der Berg']],
    ['Groep 7: Sem, Noor, Xyrelle, Bas en Roos.', ['class-list: Sem, Noor, Xyrelle, Bas en Roos']],
    [
      'Klas:\n1. Sem de Boer\n2. Xyrelle Atimpo\n3. Roos Vos\n\nEinde.',
      ['class-list: 1. Sem de Boer\n2. Xyrelle Atimpo\n3. Roos Vos'],
    ],
    ['Mail b.sanne (at) school.nl', ['email: b.sanne (at) school.nl']],
    ['Bel 0031 6 12 34 56 78 of +31 (0)20 123 45 67.', ['phone: 0031 6 12 34 56 78', 'phone: +31 (0)20 123 45 67']],
    ['Een leerling (geboren 12-3-2014) krijgt extra tijd.', ['birth-date: 12-3-2014']],
    ['Op 12 maart is de jongste jarig.', ['birth-date: 12 maart']],
    ['Woont aan de Kerkstraat 12b, 1234 AB Delft.', ['address: Kerkstraat 12b', 'address: 1234 AB']],
    ['BSN 123456782 staat op het formulier.', ['bsn: 123456782']],
    ['Anne-Fleur let op.', ['name: Anne-Fleur']],
    ['Let op: bsn 1112 22-333.', ['bsn: 1112 22-333']],
    ['Geb. datum: 12 03 2015.', ['birth-date: 12 03 2015']],
    ['De jongste is geboren op 12032015.', ['birth-date: 12032015']],
    ['Bel 06\u201112345678 na schooltijd.', ['phone: 06\u201112345678']],
    ['Leerlingnummer 203948 doet de toets op papier.', ['pupil-number: 203948']],
    ['Betaal op NL91 ABNA 0417 1643 00.', ['account: NL91 ABNA 0417 1643 00']],
  ])('is found in: %s', (text, expected) => {
    expect(found(text).map((each) => each.replace(': de ', ': '))).toEqual(expected)
  })

  it.each([
    'Rembrandt van Rijn (1606–1669) schilderde de Nachtwacht.',
    'Anne Frank schreef een dagboek. Anne zat ondergedoken aan de Prinsengracht 263 in Amsterdam.',
    'De stelling van Pythagoras: a² + b² = c².',
    'Vincent van Gogh, geboren op 30 maart 1853, schilderde zonnebloemen.',
    'Volgens schrijfster Selma Noort begint een boek met een vraag.',
    'Wil jij beginnen?',
    'Storm zorgt voor schade aan de dijk.',
    'Mei is een maand met 31 dagen. In mei gaan we naar Den Haag.',
    'Gebruik Kahoot, open Getal & Ruimte op blz. 34 en maak opgave 5a.',
    'Tel met sprongen: 2, 4, 6, 8, 10. Schrijf op: 0 1 2 3 4 5 6 7 8 9.',
    'Van 1940 tot 1945, op 15 mei 1940 en in 2006 VO.',
    'In Nederland wonen 17 942 942 mensen; pi is 3,14159265358979.',
    'Kindertelefoon: 0800-0432. ISBN 978-90-451-1234-5.',
    'Datum: 14-11-2025. Versie 2 van 12-10-2020.',
    'Leerlingen leggen aan elkaar uit wat fotosynthese is.',
    'Mei-April is geen volgorde.',
    'Zet op volgorde: 12 03 2015, 12032015 en 1112 22-333.',
    'Leerweg 2 en hoek 3 zijn even groot.',
  ])('is not seen in: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('stands in order, without overlap, where it says', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        'Sem',
        'de Boer',
        ' ',
        '\n',
        ', ',
        '. ',
        '06-12345678',
        '@',
        'a@b.nl',
        '12-3-2014',
        'geboren',
        'van',
        "'s",
        '1234 AB',
        '123456782',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        let end = 0
        for (const { from, to, text: datum } of findPersonalData(text)) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          expect(text.slice(from, to)).toBe(datum)
          end = to
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is found wherever in a text it stands', () => {
    const before = fc.constantFrom(
      '',
      'De les begint.\n',
      '- Lees hoofdstuk 3.\n- ',
      'Rembrandt schilderde veel. ',
      'Kern (10 min.): ',
    )
    const datum = fc.constantFrom('Fatima El Idrissi', 'sem@school.nl', '06-12345678', 'Kerkstraat 12')
    fc.assert(
      fc.property(before, datum, (opening, planted) => {
        const text = `${opening}Vraag het aan ${planted} en ga door.`
        expect(found(text).some((each) => each.endsWith(planted))).toBe(true)
      }),
    )
  })

  it('is read in time that grows with the text, whatever the text is', { timeout: 60_000 }, () => {
    for (const part of ['1-', 'van ', 'Sem, ', 'Kerk Straat ', 'A.', '.']) {
      expect(() => findPersonalData(part.repeat(1_000_000 / part.length))).not.toThrow()
    }
  })
})

describe('a BSN', () => {
  it('passes exactly one of eleven check digits that fit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000_000, max: 99_999_999 }), (eight) => {
        const digits = [...String(eight)].map(Number)
        const rest = digits.reduce((sum, digit, at) => sum + digit * (9 - at), 0) % 11
        const passing = Array.from({ length: 10 }, (_, last) => last).filter((last) => passesElevens(`${eight}${last}`))
        expect(passing).toEqual(rest === 10 || new Set([...digits, rest]).size === 1 ? [] : [rest])
      }),
    )
  })
})

describe('sentences', () => {
  it('go on after abbreviations and initials, and end with their line', () => {
    const text = 'Lees blz. 4 met J. de Wit. Dan pauze!\n- Kern (o.a. breuken)\nKlaar'
    expect(sentencesOf(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      'Lees blz. 4 met J. de Wit.',
      'Dan pauze!',
      '- Kern (o.a. breuken)',
      'Klaar',
    ])
  })

  it.each(['.', '."', '. ', '…\n', 'A.'])('are walked once, however many times %j stands there', (part) => {
    const looked = vi.spyOn(String.prototype, 'charAt')
    const text = part.repeat(20_000)
    try {
      sentencesOf(text)
      // Each letter is looked at as a letter, as a mark, as a closing mark and as white space at either end of a sentence.
      expect(looked.mock.calls.length).toBeLessThan(8 * text.length)
    } finally {
      looked.mockRestore()
    }
  })

  it('end at marks as they did by the pattern that says it shortest', () => {
    const piece = fc.constantFrom('.', '!', '…', '"', ')', ' ', '\n', 'Sem', 'bv', 'A', 'ga', '12', '\t')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        const ends = sentencesOf(text).map(({ to }) => to)
        const marked = [...text.matchAll(/[.!?…]+["'”’)\]]*(?=\s)|\n+/gu)].map(
          ({ index, 0: mark }) => index + mark.length,
        )
        // Every end is one of the pattern, or the end of the text; of the pattern's only single dots may be passed over.
        for (const { from, to } of sentencesOf(text)) {
          const inside = marked.filter((end) => from < end && end < to)
          expect(inside.every((end) => text.charAt(end - 1) === '.')).toBe(true)
        }
        expect(
          ends.every(
            (end) =>
              end === text.trimEnd().length ||
              marked.some((mark) => text.slice(end, mark).trim() === '' && mark >= end),
          ),
        ).toBe(true)
      }),
    )
  })

  it('are found around a place', () => {
    const text = 'Eerst dit. Let op Sem. Dan dat.'
    const { from, to } = sentenceAround(text, text.indexOf('Sem'), text.indexOf('Sem') + 3)
    expect(text.slice(from, to)).toBe('Let op Sem.')
  })
})
