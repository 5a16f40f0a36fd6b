export const nl = {
  title: 'Inloggen',
  intro: 'Je krijgt een link per mail. Een wachtwoord heb je niet nodig.',
  email: 'Je mailadres van school',
  send: 'Stuur mij een link',
  already: (name: string) => `Je bent ingelogd als ${name}.`,
  goOn: 'Ga verder',
  or: 'Of anders',
  passkey: 'Inloggen met een passkey',
  passkeyFailed: 'Dat lukte niet. Probeer het nog eens, of laat je een link sturen.',
  provider: (name: string) => `Inloggen met ${name}`,
  noAccount: 'Nog geen account? Je schoolleider nodigt je uit.',
  sent: {
    title: 'Kijk in je mail',
    body: (minutes: number) =>
      `Staat je mailadres bij ons? Dan ligt er zo een link in je postvak. Hij werkt ${minutes} minuten en één keer.`,
    nothing: 'Niets gekregen? Kijk bij de ongewenste mail, of vraag je schoolleider of je bent uitgenodigd.',
    again: 'Opnieuw proberen',
    mailbox: 'Naar het postvak van de demo',
  },
  link: {
    title: 'Nog één druk op de knop',
    body: (email: string) => `Je logt in als ${email}.`,
    confirm: 'Log mij in',
    goneTitle: 'Deze link werkt niet meer',
    gone: (minutes: number) => `Een link werkt één keer en ${minutes} minuten lang. Vraag een nieuwe.`,
    ask: 'Nieuwe link vragen',
  },
  mail: {
    subject: 'Inloggen bij Kantelpunt',
    text: (name: string, link: string, minutes: number) =>
      `Hallo ${name},

Open deze link en druk op de knop. Dan ben je ingelogd.

${link}

De link werkt ${minutes} minuten en één keer. Heb je hier niet om gevraagd? Dan hoef je niets te doen.`,
  },
  personas: {
    title: 'Kijk rond als …',
    intro: 'Dit is de demo. De scholen en mensen zijn verzonnen. Kies wie je bent.',
  },
}
