import { wordsOf } from './words-of.ts'

/** Places, countries, rivers and regions, in lower case; of names of several words each word that is no common word. */
export const places: ReadonlySet<string> = new Set(
  wordsOf(`
  nederland holland noord-holland zuid-holland zeeland brabant noord-brabant limburg gelderland utrecht flevoland overijssel drenthe groningen friesland fryslân
  amsterdam rotterdam den haag haag eindhoven tilburg almere breda nijmegen apeldoorn haarlem arnhem enschede amersfoort zaanstad haarlemmermeer
  's-hertogenbosch hertogenbosch zwolle zoetermeer leiden leeuwarden maastricht dordrecht ede alphen westland alkmaar delft venlo deventer hilversum
  hengelo amstelveen roosendaal purmerend oss schiedam spijkenisse helmond vlaardingen almelo gouda zaandam lelystad bergen hoorn velsen velserbroek
  assen emmen capelle veenendaal katwijk zeist nieuwegein hardenberg roermond doetinchem rijswijk heerlen sittard geleen kerkrade middelburg vlissingen
  goes terneuzen zierikzee veere harderwijk ermelo putten barneveld wageningen tiel culemborg zaltbommel winterswijk zutphen lochem borne oldenzaal losser
  meppel hoogeveen coevorden veendam stadskanaal delfzijl winschoten appingedam sneek drachten heerenveen harlingen franeker dokkum bolsward stavoren workum
  hindeloopen ijlst sloten texel vlieland terschelling ameland schiermonnikoog marken volendam edam monnickendam enkhuizen medemblik schagen heerhugowaard
  castricum heemskerk beverwijk ijmuiden zandvoort bloemendaal heemstede noordwijk wassenaar leidschendam voorburg delfgauw maassluis naaldwijk hellevoetsluis
  brielle gorinchem sliedrecht papendrecht zwijndrecht kinderdijk waalwijk kaatsheuvel oosterhout etten-leur bergen-op-zoom uden veghel boxtel boxmeer cuijk
  valkenswaard veldhoven geldrop deurne weert venray horst valkenburg vaals vaalserberg urk emmeloord dronten zeewolde kampen steenwijk giethoorn raalte
  ommen nijverdal rijssen wierden haaksbergen soest baarn bussum naarden huizen laren woerden montfoort oudewater ijsselstein vianen houten bunnik maarssen
  breukelen vinkeveen abcoude diemen aalsmeer uithoorn hoofddorp schiphol badhoevedorp waddinxveen bodegraven krimpen ridderkerk barendrecht
  veluwe achterhoek betuwe salland twente waddenzee wadden waddeneilanden noordzee ijsselmeer zuiderzee markermeer oosterschelde westerschelde biesbosch
  rijn maas waal ijssel lek schelde vecht amstel dommel afsluitdijk deltawerken maasvlakte europoort randstad bijlmer jordaan kennemerland gooi peel
  dorestad nieuwspoort binnenhof prinsjesdag zaanse schans muiden muiderslot loevestein efteling artis kalverstraat dam
  suriname paramaribo curaçao curacao willemstad aruba oranjestad bonaire kralendijk saba statius sint-maarten antillen nickerie commewijne
  europa azië afrika amerika noord-amerika zuid-amerika latijns-amerika midden-amerika oceanië antarctica australië nieuw-zeeland midden-oosten
  eu benelux balkan scandinavië siberië sahara sahel alpen pyreneeën himalaya andes kaukasus oeral apennijnen karpaten ardennen vogezen eifel sauerland
  belgië duitsland frankrijk engeland groot-brittannië brittannië schotland wales ierland luxemburg spanje portugal italië zwitserland oostenrijk polen
  tsjechië tsjechoslowakije slowakije hongarije roemenië bulgarije griekenland turkije kroatië slovenië servië bosnië albanië kosovo macedonië montenegro
  joegoslavië oekraïne rusland wit-rusland sovjet-unie letland litouwen estland finland zweden noorwegen denemarken ijsland cyprus malta vaticaanstad
  marokko algerije tunesië libië egypte soedan ethiopië eritrea somalië kenia tanzania oeganda rwanda burundi congo kongo kameroen nigeria ghana togo benin
  ivoorkust senegal gambia mali niger tsjaad angola namibië botswana zimbabwe mozambique madagaskar zuid-afrika zambia malawi liberia mauritanië kaapverdië
  israël palestina gaza jordanië libanon syrië irak iran saoedi-arabië jemen oman dubai qatar koeweit afghanistan pakistan india bangladesh nepal bhutan
  china mongolië tibet japan korea noord-korea zuid-korea taiwan vietnam laos cambodja thailand myanmar birma maleisië singapore indonesië filipijnen
  oost-timor java sumatra borneo bali celebes molukken ambon papoea nederlands-indië batavia jakarta kazachstan oezbekistan armenië georgië azerbeidzjan
  canada mexico cuba haïti jamaica brazilië argentinië chili peru bolivia colombia venezuela ecuador paraguay uruguay guyana panama nicaragua honduras
  guatemala alaska hawaï californië texas florida york new-york nieuw-amsterdam manhattan brooklyn hollywood boston chicago philadelphia los angeles
  verenigde staten vs usa uk washington
  londen parijs berlijn brussel antwerpen gent brugge leuven luik namen mechelen hasselt oostende ieper rome athene madrid barcelona lissabon wenen praag
  boedapest warschau krakau auschwitz westerbork sobibor bergen-belsen moskou kiev kyiv stockholm oslo kopenhagen helsinki dublin edinburgh manchester
  liverpool oxford cambridge genève zürich bern milaan venetië florence napels pompeï pisa sicilië sardinië kreta sparta troje istanbul constantinopel ankara
  jeruzalem bethlehem nazareth mekka medina bagdad teheran caïro alexandrië casablanca rabat marrakesh fez tanger rif nairobi addis kaapstad johannesburg
  peking beijing sjanghai shanghai hongkong tokio hiroshima nagasaki seoul delhi mumbai bombay calcutta sydney melbourne canberra toronto montreal
  keulen bonn hamburg bremen münchen frankfurt düsseldorf dortmund essen aken munster münster leipzig dresden normandië bretagne provence bourgondië vlaanderen
  wallonië lotharingen beieren pruisen saksen schotse catalonië andalusië toscane lombardije
  atlantische oceaan stille pacifische indische middellandse oostzee kanaal bosporus suez suezkanaal panamakanaal nijl donau seine theems wolga tigris eufraat
  ganges indus amazone amazonegebied mississippi congo-rivier niagara etna vesuvius everest kilimanjaro mont blanc matterhorn krakatau tambora vuurland
  mesopotamië babylon perzië fenicië carthago gallië germanië byzantium ottomaanse assyrië sumer romeinse rijk sovjetunie ddr bondsrepubliek
  london paris berlin england france germany spain italy netherlands europe asia africa america britain scotland ireland russia ukraine egypt greece turkey
  dutch english french german american british european spanish italian greek roman african asian chinese japanese russian turkish arabic latin
  mars venus jupiter saturnus mercurius uranus neptunus pluto aarde zon maan melkweg`),
)
