/** Persons and characters of lessons whose names are also everyday names: known by first and last name together. In lower case. */
export const publicFullNames: readonly string[] = `
anne frank, otto frank, margot frank, miep gies, jan steen, frans hals, karel appel, jheronimus bosch, jeroen bosch, johannes vermeer, jan vermeer, gerrit rietveld,
paul klee, fiep westendorp, max velthuijs, dick bruna, guus kuijer, jan terlouw, thea beckman, paul biegel, tonke dragt, annie m.g. schmidt, annie schmidt,
mg schmidt, carry slee, francine oomen, paul van loon, jacques vriens, anke de vries, joke van leeuwen, lieve baeten, dieter schubert, ingrid schubert,
anna woltz, marjolijn hof, bibi dumon tak, edward van de vendel, sjoerd kuyper, mirjam oldenhave, manon sikkel, vivian den hollander, janneke schotveld,
jozua douglas, tosca menten, anke kranendonk, simone van der vlugt, marco kunst, benny lindelauf, daan remmerts de vries, kader abdolah, abdelkader benali,
hafid bouazza, herman koch, harry mulisch, herman van veen, tommy wieringa, tim krabbé, jan wolkers, willem frederik hermans, w.f. hermans, gerard reve,
hella haasse, arthur japin, anna enquist, thomas rosenboom, leon de winter, adriaan van dis, louis couperus, willem elsschot, theo thijssen, cees nooteboom,
ida gerhardt, gerrit kouwenaar, remco campert, judith herzberg, toon hermans, toon tellegen, hans andreus, hans hagen, monique hagen, ted van lieshout,
koos meinderts, ingrid godon, charlotte dematons, philip hopman, marit törnqvist, mance post, harrie geelen, imme dros, joke van rijckeghem, roald dahl,
willem van oranje, willem de zwijger, willem barentsz, willem drees, willem kolff, willem beukelszoon, willem alexander, willem-alexander, karel de grote, karel martel, karel v,
filips ii, filips de goede, lodewijk xiv, lodewijk napoleon, hendrik viii, elizabeth i, elizabeth ii, catharina de grote, peter de grote, frederik hendrik,
jan pieterszoon coen, jan van schaffelaar, jan leeghwater, jan adriaanszoon leeghwater, johan de witt, cornelis de witt, cornelis lely, cornelis de houtman, johan van oldenbarnevelt,
johan rudolph thorbecke, johan cruijff, johan cruyff, johan huizinga, piet hein, piet mondriaan, piet paulusma, michiel de ruyter, maarten tromp, maarten luther, maarten van rossum,
hugo de groot, hugo de vries, antoni van leeuwenhoek, antonie van leeuwenhoek, christiaan huygens, constantijn huygens, simon stevin, abel tasman, laurens janszoon coster,
jacob cats, jacob van lennep, jacob van ruisdael, jacob van maerlant, floris v, floris de vijfde, jacoba van beieren, kenau hasselaer, aletta jacobs, wilhelmina drucker,
anton de kom, anton mussert, anton philips, hannie schaft, titus brandsma, corrie ten boom, george maduro, etty hillesum, simon carmiggelt, joke smit, joop den uyl, ruud lubbers,
wim kok, jan peter balkenende, mark rutte, dick schoof, pim fortuyn, theo van gogh, andré kuipers, wubbo ockels, neil armstrong, buzz aldrin, frans timmermans, ahmed aboutaleb,
robbert dijkgraaf, ben feringa, frits zernike, pieter zeeman, hendrik lorentz, heike kamerlingh onnes, buys ballot, niels bohr, max planck, marie curie, pierre curie,
isaac newton, michael faraday, rosalind franklin, ada lovelace, alan turing, alexander fleming, alexander graham bell, robert koch, robert boyle, robert hooke, benjamin franklin, rachel carson,
jane goodall, james cook, james watt, james watson, francis crick, george washington, abraham lincoln, thomas jefferson, john f. kennedy, john kennedy, martin luther king, rosa parks, nelson mandela,
adam smith, karl marx, max weber, thomas hobbes, john locke, john dewey, maria montessori, peter petersen, helen parkhurst, rudolf steiner, dylan wiliam, john hattie, lev vygotsky,
jean piaget, carl rogers, carl jung, eric carle, julia donaldson, axel scheffler, astrid lindgren, enid blyton, agatha christie, jane austen, emily dickinson, charlotte brontë, emily brontë,
virginia woolf, mary shelley, robert frost, oscar wilde, jonathan swift, daniel defoe, mark twain, jules verne, victor hugo, thomas mann, bertolt brecht, anne de graaf, marco polo, elon musk,
bill gates, steve jobs, mark zuckerberg, michael jackson, elvis presley, freddie mercury, ed sheeran, taylor swift, bob marley, bob dylan, john lennon, paul mccartney, andré rieu, marco borsato,
max verstappen, dafne schippers, sifan hassan, vivianne miedema, virgil van dijk, daphne schippers, fanny blankers-koen, tom dumoulin, mathieu van der poel, sven kramer, ireen wüst, epke zonderland, esmee visser,
jip en janneke, hans en grietje, romeo en julia, adam en eva, kaïn en abel, peter pan, tom poes, tom sawyer, robin hood, robinson crusoe, harry potter, ron wemel, pippi langkous, jan klaassen, jan modaal, jan van gent,
jan zonder vrees, reinaert de vos, dikkie dik, donald duck, max havelaar, saskia van uylenburgh, vincent van gogh, theo van doesburg, kees boeke, kees van kooten, freek vonk, freek de jonge, youp van 't hek, jan splinter,
juf ank, meester jaap, rembrandt van rijn, rembrandt harmenszoon van rijn, judith leyster, maria sibylla merian, belle van zuylen, eise eisinga, jan van eyck, hubert van eyck, pieter bruegel, claude monet, vincent willem van gogh,
frida kahlo, keith haring, andy warhol, henri matisse, edvard munch, leonardo da vinci, johann sebastian bach, clara schumann, antonio vivaldi, dick swaab, hans christian andersen, martine bijl, jean-jacques rousseau, olympe de gouges,
jeanne d'arc, johanna van orléans, maria stuart, maria theresia, anna maria van schurman, sojourner truth, harriet tubman, mahatma gandhi, malala yousafzai, greta thunberg, michelle obama, barack obama, kamala harris, angela merkel,
boyan slat, lodewijk asscher, femke halsema, dilan yeşilgöz, rob jetten, geert wilders, sigrid kaag, jesse klaver, beatrix van oranje, tula, kind van de rekening, mees kees, dolfje weerwolfje, de kleine prins, doe maar, jan van nassau,
paus franciscus, moeder teresa, florence nightingale, henri dunant, emmeline pankhurst, ferdinand magellaan, vasco da gama, amerigo vespucci, christoffel columbus, hernán cortés, francisco pizarro, simon bolivar, frantz fanon,
lale gül, murat isik, özcan akyol, raoul de jong, karin amatmoekrim, cynthia mc leod, anil ramdas, ellen ombre, astrid roemer, mano bouzamour, jan campert, hanna bervoets, niña weijers, lize spit, griet op de beeck, tom lanoye, dimitri verhulst
`
  .split(/[,\n]/)
  .map((name) => name.trim())
  .filter((name) => name !== '')
