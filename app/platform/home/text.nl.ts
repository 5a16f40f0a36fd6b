export const nl = {
  title: 'Samen lessen beter maken',
  lead: 'Hoe ver een kind komt, hangt in Nederland steeds meer af van zijn ouders en zijn school. Op het verbeterbord maken leraren daar werk van: elke week een kwartier, met elkaar, aan wat leerlingen in de les doen.',
  signIn: 'Inloggen',
  demo: 'Kijk rond als leraar of schoolleider',
  demoNote: 'Dit is een voorbeeld met verzonnen scholen. Je kunt alles proberen.',
  lookUp: 'Zoek een school',
  lookUpNote: 'Alle scholen van Nederland, uit het register van DUO.',
  how: 'Zo werkt het',
  steps: [
    { title: 'Jaarbord', words: 'De school kiest een ambitie, vijf perioden en per periode één thema voor de les.' },
    {
      title: 'Teambord',
      words: 'Elk team kiest doelen die je bij leerlingen kunt zien en tellen, en acties die daarbij horen.',
    },
    {
      title: 'Bordsessie',
      words: 'Eén keer per week, staand, een kwartier: hoe zit je erbij, successen, doelen, acties, volgende week.',
    },
    {
      title: 'Terugblik',
      words: 'Aan het eind van de periode: wat werkte, wat houden we, wat passen we aan, waar stoppen we mee?',
    },
  ],
  joins: [
    { label: 'Doe mee met een bordsessie', href: '/m' },
    { label: 'Naar het bord van je klas', href: '/k' },
    { label: 'Kijk waar scholen zo werken', href: '/movement' },
    { label: 'Zie de resultaten van elke school', href: '/results' },
  ],
  mailbox: 'De postbus van het voorbeeld',
  admin: 'Beheer van het platform',
  organisations: 'Waar wil je heen?',
  none: 'Je hoort nog nergens bij',
  noneDo: 'Vraag je schoolleider om je uit te nodigen. Je krijgt dan een mail met een link.',
}
