import type { Chance } from './chance.ts'
import { composed, family, rare, respelt, usual } from './people.ts'

export interface Plant {
  readonly kind: string
  readonly sentence: string
  /** What must be found, as it stands in the sentence. */
  readonly datum: string
  /** The first name, where there is one: to tell held-out ones apart. */
  readonly first?: string
}

type Make = (chance: Chance) => Plant

const anyFirst = (chance: Chance) => {
  const draw = chance.next()
  return draw < 0.5
    ? chance.pick(usual)
    : draw < 0.8
      ? chance.pick(rare)
      : draw < 0.9
        ? composed(chance)
        : respelt(chance)
}

/** `@` is the name. The same sentences for all names, so that no kind of name has it easier. */
const aboutPupils =
  `@ heeft extra uitleg nodig bij breuken.|Let op @: die raakt snel afgeleid.|Zet @ naast een rustige klasgenoot.|Vraag eerst @ en dan de rest van de groep.|@ vindt hardop lezen spannend.
Tijdens het zelfstandig werken help ik @ aan de instructietafel.|We volgen deze les @, omdat die weinig zegt.|@ leest nog op het niveau van groep 4.|Als @ vastloopt, geef dan een hint.|Bespreek met @ wat er lukte.
De moeder van @ komt helpen bij het knutselen.|Geef @ een koptelefoon.|Vorige keer deed @ niet mee.|Drie leerlingen om te volgen: eerst @, dan twee anderen.|@ mag de timer bewaken.|@ durft nog niet voor de klas te praten.
Laat @ de eerste vraag stellen.|Voor @ ligt er een vergroot werkblad klaar.|Het schrift van @ ligt op mijn bureau.|Ik loop langs bij @ na vijf minuten.|Zorg dat @ vooraan zit.|@ was vorige week ziek en mist de instructie.|Wat zegt @ tegen het groepje?
Kijkvraag: wat doet @ als de opdracht moeilijk wordt?|@ werkt samen met een maatje.|Aandachtspunt: @ heeft dyslexie.|Collega @ observeert de les.|Juf @ neemt de kleine kring.|Dit idee komt van @.|@ kijkt vooral uit het raam.|Ik verwacht dat @ het snel snapt.
Na afloop praat ik kort met @ over de toets.|Watch @ during the pair work.|@ needs extra time for reading.|Ask @ to explain the answer.`.split(
    /[|\n]/,
  )

const lowercase =
  `let extra op @ tijdens de instructie|@ heeft moeite met lezen|zet @ vooraan|@ vindt het lastig om te beginnen|eerst even bij @ kijken|@ werkt met een koptelefoon`.split(
    '|',
  )

function firstName(chance: Chance): Plant {
  const first = anyFirst(chance)
  return { kind: 'first name', sentence: chance.pick(aboutPupils).replace('@', first), datum: first, first }
}

function fullName(chance: Chance): Plant {
  const first = anyFirst(chance)
  const name = `${first} ${chance.pick(family)}`
  return { kind: 'first name and surname', sentence: chance.pick(aboutPupils).replace('@', name), datum: name, first }
}

const initialsName: Make = (chance) => {
  const letters = 'ABDEFGHJKLMNPRSTVWYZ'.split('')
  const name = `${chance.pick(letters)}.${chance.next() < 0.4 ? `${chance.pick(letters)}.` : ''} ${chance.pick(family)}`
  return { kind: 'initials and surname', sentence: chance.pick(aboutPupils.slice(1)).replace('@', name), datum: name }
}

const firstAndInitial: Make = (chance) => {
  const first = anyFirst(chance)
  const name = `${first} ${chance.pick('ABDEFGHJKLMNPRSTVWYZ'.split(''))}.`
  return { kind: 'first name and initial', sentence: chance.pick(aboutPupils).replace('@', name), datum: first, first }
}

const titled: Make = (chance) => {
  const surname = chance.pick(family).replace(/^./u, (letter) => letter.toUpperCase())
  const title = chance.pick(['mevrouw', 'meneer', 'mevr.', 'dhr.', 'meester', 'juf', 'de heer'])
  return {
    kind: 'title and surname',
    sentence: chance.pick([
      `Overleg met ${title} ${surname} over de opstelling.`,
      `De les is bedacht met ${title} ${surname}.`,
      `Lokaal 12 is van ${title} ${surname}.`,
    ]),
    datum: surname,
  }
}

const possessive: Make = (chance) => {
  const first = chance.pick(chance.next() < 0.6 ? usual : rare)
  const owner = /[aeiouyé]$/iu.test(first) ? `${first}'s` : /s$/u.test(first) ? `${first}'` : `${first}s`
  return {
    kind: 'possessive',
    sentence: chance.pick([
      `Kijk in ${owner} schrift of de stappen kloppen.`,
      `${owner} tafel staat bij het raam.`,
      `We gebruiken ${owner} antwoord als voorbeeld.`,
    ]),
    datum: first,
    first,
  }
}

const typedSmall: Make = (chance) => {
  const first = chance.pick(
    usual.filter(
      (name) =>
        !'Mei Roos Storm Wil Jan Mark Linde Iris Jade Bas Max Ruby Amber Jasmijn Merel Bente Puck Floor Fleur Piet Sem Noor Chen Wei Pim Teun Guus Ria Finn Tim Saar'
          .split(' ')
          .includes(name),
    ),
  )
  return {
    kind: 'name in small letters',
    sentence: chance.pick(lowercase).replace('@', first.toLowerCase()),
    datum: first.toLowerCase(),
    first,
  }
}

const row: Make = (chance) => {
  const people = Array.from({ length: chance.whole(3, 6) }, () => anyFirst(chance))
  const last = people.at(-1) ?? ''
  const list = `${people.slice(0, -1).join(', ')} en ${last}`
  return {
    kind: 'names in a row',
    sentence: chance.pick([
      `Het groepje met ${list} begint met de proef.`,
      `Groep A: ${list}.`,
      `${list} werken aan de instructietafel.`,
    ]),
    datum: list,
    first: last,
  }
}

const classList: Make = (chance) => {
  const bullet = chance.pick(['', '1', '- ', '* ', '• '])
  const lines = Array.from(
    { length: chance.whole(4, 12) },
    (_, at) =>
      `${bullet === '1' ? `${at + 1}. ` : bullet}${anyFirst(chance)}${chance.next() < 0.6 ? ` ${chance.pick(family)}` : ''}`,
  )
  const list = lines.join('\n')
  return { kind: 'class list', sentence: `Wie zit waar:\n${list}\n`, datum: list }
}

const email: Make = (chance) => {
  const first = chance
    .pick(usual)
    .normalize('NFD')
    .replaceAll(/[^a-zA-Z]/gu, '')
    .toLowerCase()
  const host = chance.pick([
    'school.nl',
    'leerling.dekring.nl',
    'gmail.com',
    'stichting-de-waaier.org',
    'o365.lyceumoost.nl',
    'mail.example.co.uk',
  ])
  const address = chance.pick([
    `${first}@${host}`,
    `${first}.de.boer@${host}`,
    `${first}_2012@${host}`,
    `b.${first}+les@${host}`,
    `${first} (at) school.nl`,
    `${chance.whole(100000, 999999)}@${host}`,
  ])
  return {
    kind: 'e-mail',
    sentence: chance.pick([
      `Stuur het resultaat naar ${address}.`,
      `Vragen? Mail ${address}`,
      `Inleveren bij ${address} voor vrijdag.`,
    ]),
    datum: address,
  }
}

const phone: Make = (chance) => {
  const digits = (count: number) => Array.from({ length: count }, () => chance.whole(0, 9)).join('')
  const eight = `${chance.whole(1, 9)}${digits(7)}`
  const pairs = eight.match(/../gu)?.join(' ') ?? eight
  const number = chance.pick([
    `06-${eight}`,
    `06 ${pairs}`,
    `06${eight}`,
    `+316${eight}`,
    `+31 6 ${pairs}`,
    `0031 6 ${eight}`,
    `+31 (0)6 ${eight}`,
    `020-${chance.whole(2, 7)}${digits(6)}`,
    `(0${chance.whole(10, 79)}) ${chance.whole(2, 9)}${digits(2)} ${digits(2)} ${digits(2)}`,
    `0${chance.whole(113, 599)}-${chance.whole(2, 9)}${digits(5)}`,
    `+49 151 ${digits(8)}`,
    `+32 4${digits(2)} ${digits(2)} ${digits(2)} ${digits(2)}`,
    `+90 532 ${digits(3)} ${digits(2)} ${digits(2)}`,
    `+48 ${digits(3)} ${digits(3)} ${digits(3)}`,
    `0${chance.whole(470, 499)} ${digits(2)} ${digits(2)} ${digits(2)}`,
    `06/${eight}`,
    `06.${pairs.replaceAll(' ', '.')}`,
  ])
  return {
    kind: 'phone',
    sentence: chance.pick([
      `Bij problemen: ${number}.`,
      `Bel moeder op ${number} als het te laat wordt.`,
      `Te bereiken via ${number} (na vieren).`,
      `Nummer van de begeleider: ${number}`,
    ]),
    datum: number,
  }
}

const months = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')

const birth: Make = (chance) => {
  const [day, month, year] = [chance.whole(1, 28), chance.whole(1, 12), chance.whole(2006, 2020)]
  const two = (value: number) => String(value).padStart(2, '0')
  const date = chance.pick([
    `${day}-${month}-${year}`,
    `${two(day)}-${two(month)}-${year}`,
    `${two(day)}/${two(month)}/${year}`,
    `${day} ${months[month - 1]} ${year}`,
    `${year}-${two(month)}-${two(day)}`,
    `${day}.${month}.${year}`,
  ])
  return {
    kind: 'birth date',
    sentence: chance.pick([
      `Een leerling (geboren ${date}) krijgt extra tijd.`,
      `Geboortedatum: ${date}.`,
      `De jongste is geboren op ${date} en zit vooraan.`,
      `geb. ${date}, zit achterin`,
      `Op ${date} geboren, dus de oudste van de groep.`,
      `Leerling 7 (${inDigits(date) ? date : `geb. ${date}`}) werkt apart.`,
    ]),
    datum: date,
  }
}

const inDigits = (date: string) => !/[a-z]/u.test(date)

const address: Make = (chance) => {
  const street = chance.pick([
    'Kerkstraat',
    'Dorpsweg',
    'Van Goghlaan',
    'Burgemeester Jansenplein',
    'Prins Hendrikkade',
    'Molendijk',
    'Beatrixsingel',
    'Hoge Gracht',
    'Oude Rijksstraatweg',
    'Lijsterbeshof',
    'Korenbloemstraat',
    'Zuiderpark',
  ])
  const place = `${street} ${chance.whole(1, 240)}${chance.pick(['', '', 'a', 'B', '-2'])}`
  const code = `${chance.whole(1011, 9999)}${chance.pick(['', ' '])}${chance.pick('ABCEGHJKLMNPRTVWXZ'.split(''))}${chance.pick('ABEGHJKLNPRTXZ'.split(''))}`
  return chance.next() < 0.4
    ? {
        kind: 'postcode',
        sentence: chance.pick([
          `Ophalen bij ${code} Utrecht.`,
          `Postcode ${code} ligt buiten de wijk.`,
          `We vertrekken vanaf ${street}, ${code} Zwolle.`,
        ]),
        datum: code,
      }
    : {
        kind: 'address',
        sentence: chance.pick([
          `De excursie start bij een leerling thuis, ${place}.`,
          `Een leerling woont op ${place} en komt lopend.`,
          `Adres: ${place}`,
        ]),
        datum: place,
      }
}

const bsn: Make = (chance) => {
  for (;;) {
    const eight = Array.from({ length: 8 }, (_, at) => chance.whole(at === 0 ? 1 : 0, 9))
    const rest = eight.reduce((sum, digit, at) => sum + (9 - at) * digit, 0) % 11
    if (rest > 9) continue
    const number = [...eight, rest].join('')
    return {
      kind: 'BSN',
      sentence: chance.pick([
        `BSN ${number} staat op het formulier.`,
        `Nummer ${number} doet de toets op papier.`,
        `(${number}) maakt de toets later.`,
      ]),
      datum: number,
    }
  }
}

const pupilNumber: Make = (chance) => {
  const number = String(chance.whole(10000, 999999))
  return {
    kind: 'pupil number',
    sentence: chance.pick([
      `Leerlingnummer ${number} doet de toets op papier.`,
      `Log in met leerlingnr. ${number}.`,
      `Stamnummer: ${number}`,
      `lln.nr ${number} maakt de verlengde toets`,
    ]),
    datum: number,
  }
}

/** What is planted, with its share in a thousand designs. */
export const plants: readonly { readonly share: number; readonly make: Make }[] = [
  { share: 22, make: firstName },
  { share: 14, make: fullName },
  { share: 5, make: initialsName },
  { share: 4, make: firstAndInitial },
  { share: 4, make: titled },
  { share: 5, make: possessive },
  { share: 4, make: typedSmall },
  { share: 5, make: row },
  { share: 5, make: classList },
  { share: 7, make: email },
  { share: 8, make: phone },
  { share: 7, make: birth },
  { share: 6, make: address },
  { share: 2, make: bsn },
  { share: 2, make: pupilNumber },
]
