export const nl = {
  title: 'Je bent niet binnen',
  reasons: {
    'unclear-account': () =>
      'Je schoolaccount vertelde niet wie je bent. Vraag de ICT-beheerder van je school om het mailadres mee te sturen.',
    pupil: () => 'Dit is het account van een leerling. Kantelpunt is voor mensen die op school werken.',
    'no-employee': () =>
      'Je schoolaccount zegt niet dat je op een school werkt. Vraag de ICT-beheerder van je school om dat mee te sturen.',
    'no-school-named': () =>
      'Je schoolaccount zegt niet van welke school je bent. Vraag je schoolleider om een uitnodiging per mail.',
    'unknown-school': (school: string) =>
      `De school met BRIN ${school} doet nog niet mee. Klopt dat niet? Vraag je schoolleider om een uitnodiging per mail.`,
    'several-locations': (school: string) =>
      `Bij BRIN ${school} horen hier meer scholen. Vraag je schoolleider om een uitnodiging per mail.`,
    'email-unverified': () =>
      'Je schoolaccount heeft geen bevestigd mailadres. Log in met een link per mail, of vraag je schoolleider.',
    'email-in-use': () => 'Bij dit mailadres hoort al een account. Log in met een link per mail.',
    unreachable: () => 'We krijgen geen contact met deze dienst. Probeer het over een paar minuten opnieuw.',
    cancelled: () => 'Het inloggen is afgebroken of duurde te lang. Probeer het opnieuw.',
  },
  again: 'Terug naar inloggen',
}
