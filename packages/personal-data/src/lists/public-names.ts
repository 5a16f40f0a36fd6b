import { wordsOf } from './words-of.ts'

/**
 * Surnames and single names of persons, gods and characters that lessons are about. Alone they are never taken for a pupil; a first
 * name before one of them belongs to it (`Albert Einstein`).
 */
export const publicNames: ReadonlySet<string> = new Set(
  wordsOf(`
  rembrandt vermeer gogh mondriaan appel escher rubens bruegel brueghel breughel bosch hals steen picasso matisse monet manet renoir cézanne cezanne
  gauguin dalí dali magritte miró miro klimt kandinsky kandinski kahlo warhol banksy munch chagall klee rodin michelangelo leonardo vinci
  raphael rafaël botticelli caravaggio titiaan dürer goya velázquez turner hopper pollock lichtenstein haring hirst kusama toorop israëls
  breitner mesdag rietveld berlage cuypers gaudí gaudi dudok koolhaas corbusier ruisdael leyster hockney rothko vasarely hundertwasser
  einstein newton darwin galilei galileo copernicus kepler curie tesla edison faraday maxwell bohr planck heisenberg schrödinger hawking
  pasteur mendel linnaeus lavoisier dalton avogadro mendelejev rutherford volta ampère ohm watt joule pascal celsius fahrenheit kelvin
  hertz becquerel röntgen bell morse nobel wright leeuwenhoek huygens snellius lorentz zeeman onnes buys ballot hooke boyle archimedes
  pythagoras euclides euclid thales fibonacci gauss euler descartes fermat leibniz venn turing lovelace babbage hopper neumann hamilton
  ramanujan cantor hilbert riemann bayes bernoulli eratosthenes heron diophantus wegener crick watson franklin fleming koch jenner lister
  carson goodall humboldt beaufort richter mercator
  socrates plato aristoteles homerus homeros sophocles euripides herodotus hippocrates vergilius ovidius cicero seneca caesar augustus nero
  hadrianus trajanus constantijn cleopatra toetanchamon nefertiti ramses hannibal spartacus alexander brutus romulus remus claudius civilis
  boeddha mozes moses abraham jezus jesus christus mohammed noach petrus paulus luther calvijn erasmus augustinus franciscus confucius
  gandhi ghandi mandela king parks malala yousafzai thunberg obama lincoln washington jefferson kennedy churchill thatcher hitler mussolini stalin
  lenin marx engels napoleon bonaparte franco eichmann roosevelt truman gorbatsjov chroesjtsjov poetin zelensky merkel trump biden castro guevara
  mao darwin columbus vespucci magellaan magellan gama marco polo cook livingstone armstrong aldrin gagarin kuipers ockels earhart
  barentsz heemskerk tasman coen piet hein ruyter tromp hoorn oldenbarnevelt spinoza grotius groot hugo stuyvesant maurits
  thorbecke drees kuyper troelstra jacobs aletta willem wilhelmina juliana beatrix máxima maxima amalia bernhard claus filips karel
  bonifatius willibrord dathenum stevin leeghwater lely luyken wiegman multatuli bredero vondel hooft huygens cats tollens beets
  frank anne kruif cruijff cruyff johan messi ronaldo blankers-koen hassan verstappen memphis miedema
  rousseau voltaire montesquieu locke hobbes kant hegel nietzsche freud jung piaget vygotsky vygotskij bloom marzano hattie wiliam rosenshine
  montessori steiner freinet dalton parkhurst petersen freire dewey kagan gardner maslow kohnstamm kirschner biesta dweck stevens bandura
  hofstede sartre camus beauvoir arendt weber durkheim smith keynes malthus ricardo friedman
  shakespeare dickens austen orwell tolkien rowling dahl roald wilde twain hemingway poe doyle christie blyton kipling carroll golding salinger
  steinbeck huxley woolf brontë shelley stoker defoe swift goethe schiller grimm kafka mann brecht hesse remarque andersen lindgren astrid
  tolstoj dostojevski tsjechov poesjkin cervantes márquez neruda dante homer molière moliere hugo zola flaubert dumas verne perrault saint-exupéry
  exupéry fontaine rimbaud baudelaire ibsen gaarder nöstlinger funke ende preussler walliams kinney pullman zusak collins green
  schmidt annie lindgren beckman thea kuijer guus terlouw jan biegel paul dragt tonke velthuijs max fiep westendorp bruna dick dieter lieve
  baeten leeuwen joke rijckeghem vries anke wiel carry slee francine oomen paulien cornelisse stilton geronimo tosca menten hermans mulisch
  reve wolkers claus grunberg japin giphart zwagerman palmen nescio elsschot couperus bordewijk krol krabbé krabbe dorrestijn haasse bernlef
  nooteboom kopland komrij campert lucebert marsman slauerhoff bloem gezelle achterberg vasalis ostaijen ostaijen lanoye verhulst heijden
  rijneveld pfeijffer rijswijk abdolah kader benali bouazza toon tellegen rosen jagt moeyaert hemmerechts lampe
  donaldson carle eric sendak dr seuss klassen walker mcdonald naeyaert
  bach beethoven mozart haydn händel vivaldi chopin schubert schumann brahms wagner verdi puccini tsjaikovski stravinsky debussy ravel satie grieg
  saint-saëns prokofjev dvořák dvorak mahler liszt rossini bizet sweelinck gershwin bernstein orff kodály andriessen einaudi
  beatles elvis presley bowie jackson beyoncé beyonce adele sheeran swift dylan marley rieu borsato meeuwis
  zeus hera poseidon hades athene apollo artemis hermes ares aphrodite hephaistos dionysos demeter hercules herakles odysseus achilles hector
  icarus daedalus prometheus pandora orpheus eurydice narcissus perseus medusa theseus minotaurus jason medea oedipus antigone helena paris
  jupiter juno neptunus mars venus minerva mercurius vulcanus bacchus cupido odin thor loki freya ra isis osiris anubis horus allah god
  sinterklaas piet nijntje jip janneke pippi langkous dikkie dik pluk petteflet minoes abeltje matilda sjakie assepoester sneeuwwitje roodkapje
  doornroosje rapunzel repelsteeltje hans grietje kleinduimpje pinokkio robin crusoe potter harry frodo gandalf sherlock holmes hamlet macbeth
  romeo julia othello faust reinaert reynaert beatrijs elckerlyc karel lodewijk tijl uilenspiegel kikker kapitein nemo tom poes bommel
  asterix obelix kuifje guust suske wiske donald duck mickey mouse garfield snoopy simba elsa dumbo bambi nemo pinocchio peter pan alice
  donna blurp boris bobbi mees kees rasmus koekje koekiemonster bumba elmer gruffalo rupsje sonja pompom raaf vos
  rutte drees kok lubbers balkenende uyl colijn fortuyn wilders kaag klaver timmermans omtzigt halsema aboutaleb jetten schoof
  feynman sagan attenborough nye dijkgraaf beatles`),
)

/** First names that, on their own, are nearly always a public person of a lesson only beside a public surname. */
export const notPublicAlone: ReadonlySet<string> = new Set(
  wordsOf(`
  frank anne johan marco piet hein willem karel jan paul max guus dick lieve joke anke carry francine paulien eric robin tom peter alice
  elsa hans harry romeo julia donna boris mees kees sonja thea annie astrid toon jip janneke amalia maxima máxima beatrix bernhard claus
  wilhelmina juliana maurits hugo alexander constantijn abraham mohammed petrus paulus franciscus jason helena paris hector hermes
  freya isis noach  moses aletta jacobs elvis adele dieter tosca kader matilda minoes rafaël raphael leonardo fiep simba peter
  koen dante  filips thor odin hannibal bell koch mann green king parks smith thomas groot vries heijden leeuwen wiel
  appel hals steen cats bloem kok bosch swift wilde cook hopper turner klee franco cantor claudius coen raaf vos boris horn
  jackson jung weber collins dylan watson lister wright jacobs klaver timmermans lubbers drees hooft heemskerk tromp petersen stevens
  vermeer rietveld visser wagner schmidt hermans kuiper kuipers kuyper tasman hoorn rosen krol nooteboom hassan miedema klassen walker mcdonald
  jenner fleming franklin carson hamilton jefferson kennedy lincoln washington hugo dr poes duck pan nova engels lampe benali bouazza menten
  lely elmer garfield donald hamza ronaldo virgil memphis nemo friedman verne augustinus`),
)
