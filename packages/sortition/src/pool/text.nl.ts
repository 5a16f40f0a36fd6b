import { shown, some } from '../language.ts'
import type { PoolNote, PoolProblem } from './problem.ts'

type Of<Reason extends PoolProblem['reason']> = Extract<PoolProblem, { readonly reason: Reason }>
type Sentences = { readonly [Reason in PoolProblem['reason']]: (problem: Of<Reason>) => string }
type NoteSentences = {
  readonly [Kind in PoolNote['kind']]: (note: Extract<PoolNote, { readonly kind: Kind }>) => string
}

export interface PoolText {
  readonly line: string
  readonly column: string
  readonly options: string
  readonly problems: Sentences
  readonly notes: NoteSentences
}

const count = (people: number) => (people === 1 ? '1 persoon' : `${people} mensen`)

export const nl: PoolText = {
  line: 'regel',
  column: 'kolom',
  options: 'opties',
  problems: {
    'empty-file': () => 'het bestand is leeg. Sla het opnieuw op als CSV, met een kopregel.',
    'row-width': ({ expected, found }) =>
      `${found} cellen, en de kopregel heeft er ${expected}. ${
        found > expected
          ? 'Zet een tekst met een komma of puntkomma tussen aanhalingstekens.'
          : 'Geef ook lege cellen een plek: een scheidingsteken voor elke cel die ontbreekt.'
      }`,
    'unclosed-quote': () => 'hier begint een aanhalingsteken dat nergens sluit. Sluit het, of haal het weg.',
    'missing-column': ({ known }) =>
      `deze kolom is er niet. Er zijn: ${some(known)}. Voeg de kolom toe, of verander de naam.`,
    'column-twice': () => 'deze kolom is er twee keer. Geef een van de twee een andere naam.',
    'no-quotas': () => 'er staan geen quota onder de kopregel. Zet er voor elke waarde een regel bij.',
    'blank-cell': () => 'deze cel is leeg. Vul haar in.',
    'no-number': ({ text }) => `${shown(text)} is geen heel getal van 0 of meer. Schrijf een getal als 12.`,
    'control-character': ({ text }) => `in ${shown(text)} staan onzichtbare tekens. Typ de tekst opnieuw.`,
    'value-twice': ({ feature, value, earlier }) =>
      `${shown(value)} van ${shown(feature)} staat ook op regel ${earlier}. Hoofdletters en spaties tellen niet mee. Haal een van de twee weg.`,
    'min-above-max': ({ value, min, max }) =>
      `${shown(value)}: minstens ${min} en hoogstens ${max} kan niet samen. Verlaag min of verhoog max.`,
    'flex-narrower': ({ value, flex, quota }) =>
      `${shown(value)}: ${flex} is strenger dan het quotum zelf (${quota}). De ruimte moet om het quotum heen liggen.`,
    'mins-above-seats': ({ feature, sum, seats }) =>
      `${shown(feature)}: alle minima samen zijn ${sum}, en er zijn ${seats} plaatsen. Verlaag de minima samen met ${sum - seats}, of geef meer plaatsen.`,
    'maxes-below-seats': ({ feature, sum, seats }) =>
      `${shown(feature)}: alle maxima samen zijn ${sum}, en er zijn ${seats} plaatsen. Verhoog de maxima samen met ${seats - sum}, of geef minder plaatsen.`,
    'seats-no-number': ({ seats }) => `${seats} plaatsen kan niet. Geef een heel getal van 1 of meer.`,
    'at-most-no-number': ({ most }) => `hoogstens ${most} kan niet. Geef een heel getal van 1 of meer.`,
    'no-people': () => 'er staat niemand onder de kopregel. Zet er voor elke persoon een regel bij.',
    'too-many-people': ({ people, most }) =>
      `${people} mensen is te veel: het kan met ${most}. Loot eerst een kleinere groep.`,
    'seats-above-people': ({ seats, people }) =>
      `${seats} plaatsen, en er zijn ${people} mensen. Geef minder plaatsen, of werf meer mensen.`,
    'blank-id': () => 'deze persoon heeft geen kenmerk. Vul het in.',
    'id-twice': ({ id, earlier }) => `${shown(id)} staat ook op regel ${earlier}. Geef elke persoon een eigen kenmerk.`,
    'unknown-value': ({ text, near, known, count: all }) =>
      near === undefined
        ? `${shown(text)} staat niet in de quota. Daar staan: ${some(known, all)}. Verander de tekst, of voeg er een quotum voor toe.`
        : `${shown(text)} staat niet in de quota. Is ${shown(near)} bedoeld? Verander de tekst, of voeg er een quotum voor toe.`,
    'unknown-id': ({ id }) => `${shown(id)} is niemand uit de groep. Kijk het kenmerk na.`,
    'selected-and-excluded': ({ id }) => `${shown(id)} is al gekozen en mag ook niet mee. Haal een van de twee weg.`,
    'selected-above-seats': ({ selected, seats }) =>
      `${selected} mensen zijn al gekozen, en er zijn ${seats} plaatsen. Geef meer plaatsen, of haal namen weg.`,
    more: ({ of, count }) => `en nog ${count} keer hetzelfde (${of}).`,
  },
  notes: {
    'column-matched': ({ asked, found }) => `kolom ${shown(asked)} is gevonden als ${shown(found)}.`,
    'value-matched': ({ feature, found, value, people }) =>
      `${shown(feature)}: ${shown(found)} is gelezen als ${shown(value)} (${count(people)}).`,
    'id-matched': ({ asked, found }) => `${shown(asked)} is gevonden als ${shown(found)}.`,
    'row-numbers': ({ idColumn }) =>
      `mensen heten naar het nummer van hun rij, vanaf 1${idColumn === undefined ? '' : `; er is ook een kolom ${shown(idColumn)}`}.`,
    'nothing-shared': ({ columns, people }) =>
      `van ${count(people)} is ${columns.map(shown).join(' en ')} leeg: zij delen dat met niemand.`,
    'partly-blank': ({ shared, people }) =>
      `${people} mensen delen ${shown(shared)}, en de rest is leeg: zij tellen als één adres. Vul aan wat ontbreekt.`,
  },
}
