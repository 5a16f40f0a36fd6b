export const nl = {
  fieldError: {
    required: (label: string) => `Vul in: ${label}.`,
    tooLong: (label: string, limit: number | string) =>
      `${label} mag niet langer zijn dan ${limit} tekens. Maak het korter.`,
    tooShort: (label: string, limit: number | string) => `${label} moet minstens ${limit} tekens hebben.`,
    tooLarge: (label: string, limit: number | string) => `${label} mag niet hoger zijn dan ${limit}.`,
    tooSmall: (label: string, limit: number | string) => `${label} mag niet lager zijn dan ${limit}.`,
    notANumber: (label: string) => `Schrijf bij ${label} een getal, zoals 7.`,
    notADate: (label: string) => `Schrijf bij ${label} een datum, zoals 28-11-2026.`,
    notAnOption: (label: string) => `Kies bij ${label} een van de mogelijkheden.`,
    malformed: (label: string) => `We begrijpen niet wat er bij ${label} staat. Schrijf het anders.`,
  },
  refusal: {
    'sign-in-first': { title: 'Log eerst in', detail: 'Deze pagina is alleen voor wie is ingelogd.' },
    'second-step-first': {
      title: 'Laat eerst zien dat jij het bent',
      detail: 'Wie een school of bestuur leidt, bevestigt het inloggen met een passkey of een code.',
    },
    'no-such-organisation': {
      title: 'Deze pagina is er niet',
      detail: 'Het adres klopt niet, of deze pagina is niet van jouw school.',
    },
    'not-found': {
      title: 'Deze pagina is er niet',
      detail: 'Misschien is ze verhuisd of weggehaald. Ga terug naar het begin.',
    },
    'not-yours': {
      title: 'Hier mag je niet bij',
      detail: 'Jouw rol geeft geen toegang. Vraag je schoolleider als je dit wel nodig hebt.',
    },
    'other-origin': {
      title: 'Dit kwam van een andere website',
      detail: 'Voor de veiligheid voeren we het niet uit. Open de pagina opnieuw en probeer het nog eens.',
    },
    'read-only': { title: 'Hier kun je alleen lezen', detail: 'Vraag met GET, HEAD of OPTIONS.' },
    'too-large': { title: 'Dit is te groot', detail: 'Stuur minder tegelijk.' },
    'too-many': {
      title: 'Even wachten',
      detail: 'Er kwam te veel tegelijk binnen vanaf dit adres. Probeer het over een minuut opnieuw.',
    },
    fault: {
      title: 'Er ging iets mis bij ons',
      detail: 'Wat je schreef is niet verwerkt. Ga terug en probeer het opnieuw.',
    },
    form: { title: 'Nog niet goed ingevuld', detail: 'Kijk naar de velden met een melding.' },
    malformed: {
      title: 'Dit konden we niet lezen',
      detail: 'Het formulier kwam beschadigd binnen. Ga terug en verstuur het opnieuw.',
    },
    'sent-before': {
      title: 'Dit formulier is al een keer verstuurd',
      detail:
        'Wat je toen schreef, is bewaard. Wil je iets anders opslaan? Open de pagina opnieuw en schrijf het daar.',
    },
    busy: { title: 'Even geduld', detail: 'De server start of stopt op dit moment. Probeer het zo nog eens.' },
  },
  toStart: 'Naar het begin',
  gate: { 'sign-in-first': 'Inloggen', 'second-step-first': 'Bevestigen' },
  account: 'Mijn account',
  reference: (id: string) => `Kenmerk: ${id}`,
}
