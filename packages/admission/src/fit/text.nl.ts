import type { FitText } from './text.ts'

export const fitTextNl: FitText = {
  score: (score, of) => `${score} van de ${of} punten`,
  points: (points, of) => `${points} van ${of}`,
  subject: {
    full: 'Je wilt dit vak geven.',
    part: 'Een deel van de vakken wil je geven.',
    none: 'Dit vak staat niet op je lijst.',
    unknown: 'We weten nog niet welke vakken je wilt geven.',
  },
  qualification: {
    full: 'Je hebt de vooropleiding die gevraagd wordt.',
    part: 'Je hebt een deel van wat gevraagd wordt.',
    none: 'Je mist nog de vooropleiding die gevraagd wordt.',
    unknown: 'We weten nog niet welke vooropleiding je hebt.',
  },
  form: {
    full: 'De opleiding is er in de vorm die jij wilt.',
    part: 'De vorm past voor een deel.',
    none: 'De opleiding is er niet in de vorm die jij wilt.',
    unknown: 'We weten nog niet of je voltijd, deeltijd of hybride wilt.',
  },
  travel: {
    full: 'De opleiding is dichtbij.',
    part: 'De reis is wat langer.',
    none: 'De reis is erg lang.',
    unknown: 'We weten de reistijd nog niet.',
  },
  shortage: {
    full: 'In dit vak is een tekort aan leraren.',
    part: 'In dit vak is een klein tekort aan leraren.',
    none: 'In dit vak is geen tekort aan leraren.',
    unknown: 'We weten niet of er in dit vak een tekort is.',
  },
  experience: {
    full: 'Je hebt genoeg ervaring met lesgeven of trainen.',
    part: 'Je hebt al wat ervaring met lesgeven of trainen.',
    none: 'Je hebt nog weinig ervaring met lesgeven of trainen.',
    unknown: 'We weten nog niet hoeveel ervaring je hebt.',
  },
  language: {
    full: 'Je spreekt de taal van de opleiding.',
    part: 'Je spreekt een deel van de talen van de opleiding.',
    none: 'Je spreekt de taal van de opleiding nog niet.',
    unknown: 'We weten nog niet welke talen je spreekt.',
  },
  start: {
    full: 'De opleiding begint wanneer jij kunt.',
    part: 'De opleiding begint bijna wanneer jij kunt.',
    none: 'De opleiding begint niet wanneer jij kunt.',
    unknown: 'We weten nog niet wanneer je kunt beginnen.',
  },
}
