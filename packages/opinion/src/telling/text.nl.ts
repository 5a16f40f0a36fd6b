import type { ExpectedJson } from '../reading/refusal.ts'
import { type OpinionText, shown, some } from './text.ts'

const expected: Readonly<Record<ExpectedJson, string>> = {
  'list-of-votes': 'een lijst met stemmen, [{ "participant_id": …, "statement_id": …, "vote": … }, …]',
  'vote-fields': 'een stem met participant_id, statement_id en vote',
  id: 'een id, een getal of een tekst die niet leeg is',
  vote: 'een stem: −1, 0 of 1',
  'groups-of-people': 'groepen met hun mensen, { "a": ["persoon", …], … }',
  'list-of-statements': 'een lijst met stellingen, [{ "statement_id": …, "moderated": … }, …]',
  moderated: 'moderated: −1, 0 of 1',
  start: 'group-clusters, groups of centers om mee te beginnen',
  center: 'een midden, twee getallen',
}

export const opinionTextNl: OpinionText = {
  refusals: {
    empty: () => 'Het bestand is leeg.',
    'row-width': ({ line }) =>
      `Regel ${line}: de rij is niet zo breed als de kop; misschien is het bestand niet compleet.`,
    'unclosed-quote': ({ line, column }) =>
      `Regel ${line}, kolom ${column}: hier begint een aanhalingsteken dat nergens sluit; misschien is het bestand niet compleet.`,
    'unknown-format': ({ header }) =>
      `Regel 1: dit zijn geen stemmen. Nodig zijn comment-id, voter-id en vote, of participant en een kolom per stelling, of JSON. Hier staat ${some(header)}.`,
    'missing-column': ({ name, have }) => `Regel 1: zet er een kolom ${name} bij; de kolommen zijn ${some(have)}.`,
    'column-twice': ({ name, column, earlier }) =>
      `Regel 1, kolom ${column}: ${shown(name)} is al kolom ${earlier}; haal er een weg.`,
    'no-votes': () => 'Er staan geen stemmen in het bestand.',
    blank: ({ line, column, name }) => `Regel ${line}, kolom ${column} (${name}): de cel is leeg; vul hem in.`,
    'bad-vote': ({ line, column, name, text }) =>
      `Regel ${line}, kolom ${column} (${shown(name)}): ${shown(text)} is geen −1 (oneens), 0 (geen mening) of 1 (eens).`,
    'no-text': () => 'Dit is geen tekst in UTF-8, of langer dan de 500 MB die gelezen kan worden.',
    'no-json': ({ message }) => `Dit is geen JSON (${shown(message)}); misschien is het bestand niet compleet.`,
    'bad-json': ({ at, expected: what, found }) =>
      `${at}: verwacht werd ${expected[what]}; hier staat ${shown(found)}.`,
    'unknown-person': ({ ids, count }) => `Van ${some(ids, count)} zijn geen stemmen bekend; haal ze uit de groepen.`,
    'in-two-groups': ({ id, groups }) =>
      `${shown(id)} zit in groep ${shown(groups[0])} en in ${shown(groups[1])}; haal er een weg.`,
    'unknown-statement': ({ file, ids, count }) =>
      `Er is gestemd op ${some(ids, count)}, en dat staat niet in ${file}; zet het erbij, haal de stemmen weg, of laat dat bestand weg (--statements none).`,
    'too-few-people': ({ counted, least }) =>
      `${counted === 1 ? '1 persoon heeft' : `${counted} mensen hebben`} vaak genoeg gestemd; een groep wordt pas beschreven vanaf ${least} mensen.`,
    'all-left-out': ({ statements }) =>
      `${statements === 1 ? 'De enige stelling telt' : `Alle ${statements} stellingen tellen`} niet mee: afgewezen, over de persoon zelf, of door minder dan 5 mensen beantwoord. Er is niets om een kaart van te maken.`,
    'no-differences': () => 'Iedereen stemt hetzelfde: er zijn geen groepen te vinden.',
    'too-few-places': ({ groups, places }) =>
      `De mensen staan op maar ${places} verschillende plekken: daar zijn geen ${groups} groepen van te maken.`,
  },
  replaced: (count) =>
    count === 1
      ? '1 stem is vervangen door een latere van dezelfde persoon op dezelfde stelling; de laatste telt.'
      : `${count} stemmen zijn vervangen door latere van dezelfde persoon op dezelfde stelling; de laatste telt.`,
  statementsFrom: (file, leftOut) =>
    `${file} zegt welke stellingen zijn geweigerd of over de persoon gaan: ${leftOut} tellen niet mee voor de kaart (--statements none om dat niet te doen).`,
  answeredByFew: (count) =>
    `${count} stellingen met minder dan 5 antwoorden tellen niet mee voor de kaart; met --statements FILE die zijn geweigerd.`,
  unusableStatements: (file) => `${file} kon niet worden gelezen als stellingen en doet niet mee.`,
  tooSmall: (groups) =>
    groups === 1
      ? '1 groep heeft minder dan 5 mensen; daarover wordt niets verteld, en die mensen tellen nergens mee.'
      : `${groups} groepen hebben minder dan 5 mensen; daarover wordt niets verteld, en die mensen tellen nergens mee.`,
  groups: (sizes, counted, people) =>
    `${sizes.length === 1 ? '1 groep' : `${sizes.length} groepen`} van ${sizes.join(', ')} mensen; ${counted} van de ${people} stemden vaak genoeg om mee te tellen.`,
  givenGroups: (sizes, counted, people) =>
    `${sizes.length === 1 ? '1 groep' : `${sizes.length} groepen`} van ${sizes.join(', ')} mensen; ${counted} van de ${people} die stemden zitten in een groep.`,
  allTooSmall: (largest) =>
    `De grootste groep heeft ${largest === 1 ? '1 persoon' : `${largest} mensen`}; een groep wordt pas beschreven vanaf 5 mensen.`,
  stability: (group, share, resamples) =>
    `Groep ${group} is stabiel in ${Math.round(100 * share)} % van ${resamples} herhalingen.`,
}
