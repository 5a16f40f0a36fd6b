import { wordsOf } from './words-of.ts'

/** Surnames that follow a particle and are words themselves: `de Vries`, `van der Berg`, `'t Hart`. */
export const particleSurnames: ReadonlySet<string> = new Set(
  wordsOf(`
  vries boer jong bruin bruijn groot wit haan graaf ruiter leeuw lange vos waal rooij rooy roos koning bakker jager jonge jongh wilde wolf
  wolff kok koster vriend bie bont brouwer goede goeij haas heer hoop kleijn klerk kort kuijper lang leede man meijer mol mos nijs ridder
  rijk rijke ronde smet smit swart vlieger visser weerd weert wijs winter witte zeeuw zwart beer backer beus blank boo bree brabander bruyne
  clercq cock coninck cort dood dreu fouw gier graaff greef groen gruijter haar hond jonghe kam keijzer keizer kruif kroon laat leur looff
  mey moor muinck munck nooij paauw pauw pater poorter raad raadt raaf regt reus reuver rover ruijter sain schipper snoo soet vaan valk veer
  vet vlaming voogd vroome wal weger werd wind zoete zwaan
  berg dijk broek velde bosch bos horst linden meer heuvel hoek laan leeuwen beek doorn dam dongen eijk essen gaal gelder gils haren heijden
  hout kamp kuilen loo maanen meulen molen oever oosten oord ouden ploeg poel pol pas plas rijn sande schaaf schoot sluis spek steen stelt
  straten toorn veen veer veken ven vegt vliet vlist voort vorm water weide werf west wiel wijk wouw zanden zande zee zijl zon zwan hart hoff
  hooft hof hul schans nieuwland nijenhuis wal eng ende elst graft haag have hage hulst kolk kooi laar leest lans list marel mark mast
  mheen pijl putten schelling schaft schee slikke spoel stad steeg tempel tillaart top tuin vaart wardt wulp zalm zwaag
  idrissi khattabi amrani ouali azzouzi bakkali hamdaoui fassi haddad alaoui ghazi kaddouri moussaoui yousfi mansouri ouahabi
  allali aissati abdellaoui morabet mourabit ahmadi hassan khalifi malki mokhtari omari yaakoubi youssoufi zahra`),
)

/** Common surnames that are no everyday word, in small letters without particle. */
export const surnames: ReadonlySet<string> = new Set(
  wordsOf(`
  jansen janssen janssens janse bakker visser smit smits meijer meyer meier mulder bos vos peters hendriks hendriksen dekker brouwer dijkstra
  dijkman jacobs vermeulen vermeer schouten willems hermans hoekstra koster prins huisman postma kuijpers kuipers kuiper maas verhoeven
  scholten veenstra koning kok driessen martens gerritsen gerrits evers schipper linssen molenaar hofman hoekman hoogland claassen claessens
  timmermans timmerman wouters bosman bosma bouwman bouwmeester boersma blom blok brands brandsma buijs bijl brink broekman dirks douma dubois
  eijk elzinga ferwerda feenstra fokkema franssen geerts goossens groen groenewoud gielen haan hagen hartman hartog heijnen heemskerk hendrix
  hoeksema hoffman hofstra hoogendoorn hopman houtman huizinga huijsmans jager jonker jongsma kamphuis kampen ketelaar keijzer klein kleijn
  klaver kloosterman knol kooij kooijman kooistra koopman koopmans kortekaas kramer kraaijeveld kroon kruger kruijt kuiken kuyper lammers
  langeveld leeflang leenders lubbers luijten maassen manders mertens michels miedema moerman nieuwenhuis nieuwenhuizen nijhuis nijland noordhoek
  oosterhuis oosterveld oostveen otten paulissen peeters pieterse pietersen plooij pol poelman pranger prinsen quist reijnders reinders
  rietveld rijnders rijken roelofs roelofsen romijn roos rozema rutten rutgers sanders schaap schepers schreuder schrijver schuurman
  schuiling sijbesma sikkema simons slagter slot sluijter snijders snoek spaans spijker stam steenbergen stoffels straatman terpstra teunissen
  theunissen thijssen tiemessen tuinstra veldhuis veldhuizen veldman verbeek verbruggen verburg verdonk verhagen verkerk verschuren
  verweij vink vissers vlieger voogt vogel vogels vonk voskamp vreeman waalwijk wagenaar wassenaar weijers westra wessels westerhof wiersma
  wijnands willemsen willemse witteveen wolters zandstra zijlstra zuidema zwart zwiers aalbers aarts abma ackermans albers andringa
  baars bekkers beekman bergsma berends berkhout bloemendaal boerma boonstra boschma brinkman bruinsma buitenhuis cornelissen coppens damen
  deckers diepeveen diks doornbos dorsman egberts engelen everts faber goosen haverkamp heijmans hollander hummel jaspers
  jorritsma kampman karsten kerkhof klaassen klaasen kolk kooiman kuilman lamers leijten leusink looman meerman meeuwissen mensink nauta
  niemeijer noordam nooteboom okkerse oldenburg oomen oostra paardekooper pauw penninx ploeg polman reitsma renkema rietberg roosendaal
  ruijter rustenburg schaafsma scheffer schellekens schiphorst schutte seegers slootweg sprenger stegeman steenstra stolk swinkels tas
  tempelman tuinman uijen veltman verdaasdonk verhaar versteeg vervoort vlaming voorhorst vroom waterman wegman wieringa wierda wilms
  yilmaz kaya demir çelik celik şahin sahin yıldız yildiz öztürk ozturk aydın aydin özdemir ozdemir arslan doğan dogan kılıç kilic aslan çetin
  cetin kara koç koc kurt özkan ozkan şimşek simsek polat korkmaz çakır cakir erdoğan erdogan güneş gunes yavuz bulut keskin acar tekin
  şen akın avcı bozkurt altun karaca toprak
  benali bouali bouzidi bouazza boukhari bouchaib chaouch chahboun elidrissi elamrani elhaddad elkhattabi azzouzi bakkali benchikh
  bennani benhaddou berrada boutahar daoudi dahmani ezzahra fassi haddad hamdaoui idrissi kaddouri karimi khalil lahlou mansouri mesbah
  mokhtar moussaoui naciri ouali ouardi rahmani saidi salhi tahiri touzani yousfi zaoui ziani amrani ahmadi haidari hosseini mohammadi
  nazari noori rezai sharifi sultani wardak yousufzai hashimi alizadeh moradi jafari ibrahimi hussaini hamidi
  nguyen tran pham huynh vu dang bui chan chen cheng cheung huang li lin liu wang wong wu xu yang zhang zhao zheng zhou zhu leung kwok
  singh sharma patel kumar gupta ramdin ramlal ramdas ramnath ramkhelawan bhagwandin bissessar baldewsingh chotkan doerga ganesh
  gangaram ganpat jagroep jankie kalloe kanhai kisoensingh mahabier mangal mohan oedit parag radhakishun raghoebarsing ramautar
  rambharos rampersad sewdien sital soekhai somai sewnarain oemrawsingh
  owusu mensah asante boateng osei appiah adjei agyeman amoah ansah antwi asamoah boakye frimpong gyamfi kwarteng ofori opoku sarpong yeboah
  okafor okonkwo okoro adeyemi adebayo balogun eze nwosu obi ogunleye diallo traore coulibaly sow keita camara tesfay tesfaye gebremedhin
  kidane haile ghebre abdi abdullahi mohamud warsame farah nur osman hersi jama
  kowalski kowalska nowak wiśniewski wisniewski wisniewska wójcik wojcik kowalczyk kamiński kaminski kaminska lewandowski lewandowska zieliński
  zielinski zielinska szymański szymanski woźniak wozniak dąbrowski dabrowski mazur jankowski piotrowski grabowski pawłowski pawlowski michalski
  król krol wieczorek jabłoński jablonski wróbel wrobel kovalenko shevchenko bondarenko tkachenko kravchenko kovalchuk oliynyk shevchuk
  polishchuk lysenko melnyk melnik marchenko savchenko petrenko ivanov ivanova petrov petrova popescu ionescu popa stoica dumitru
  garcia garcía martinez rodríguez rodriguez lopez gonzalez fernandez perez sanchez silva santos pereira ferreira oliveira costa sousa
  martina maduro croes winklaar koolman geerman wever tromp kock ras henriquez pinas pinedo amatmoekrim karijowidjojo kromowidjojo
  kartosen soemodihardjo wirjodimedjo pattinama pattiasina latuheru manuhutu sahetapy tahapary tuhuteru salakory nikijuluw leatemia
  smith johnson williams jones brown davis miller wilson moore taylor anderson thomas jackson harris thompson robinson walker wright
  alkhatib alhassan alahmad almasri alshami alhariri khoury hariri darwish sabbagh`),
)
