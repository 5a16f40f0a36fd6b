import { wordsOf } from './words-of.ts'

// First names that pupils and teachers in the Netherlands have, by where they are mostly at home. Names that are also words
// stand here too; `word-names.ts` says which.

const dutch = `
  aad aafke aagje aaltje aart aartje abe abel ada adriaan adriana adrie ageeth agnes agnita aimée alain albert alberdien alda
  aleid aleida alex alexander alexandra alexia alida alice alwin amalia amber amelie amélie amira ana anaïs andré andrea andreas
  andries angela angelique angélique anita anja anje ank anke anky ann anna annabel annabelle anne annebel annechien annefleur
  annegien anneke annelies annelieke anneloes annemarie annemiek annemieke annerose annet annette annick annie annika annouk anouk
  anoek anthonie anthony antje antoine antoinet anton antonia antonie antonius arend arenda arianne arie ariane arjan arjen
  arlette arnaud arne arno arnold arnoud aron art arthur astrid aukje aurora axel babette babs barbara bart bartel barry bas
  bastiaan bastian bea beatrijs beatrix beer ben benjamin benno benthe bente berber berend bernadette bernard bernd bert berta
  bertha bertie bettie betty bianca bibi bilal björn bjorn bo bob boaz boet bonnie bor boris boudewijn boyd bram brecht brechtje
  brent brenda brian brigitte britt britte bruno bryan carel carla carlijn carlo carmen carola carolien carolijn carolina caroline
  cas casper caspar cato catharina catherine cathy cecile cecilia cécile ceciel cees celine céline charlie charlotte chantal
  chris chrisje christa christiaan christian christien christina christine christoffel christophe cilia cindy claar claartje
  clara claire claudia claudine clemens cléo cleo coen colette collin connie conny constance constantijn cor coralie cora corina
  corine corinne corné cornelia cornelis corrie corry coby co cristel cynthia daan daantje daisy damian damiën damian dani danny
  daniel daniël daniela daniëlle danielle danique daphne dave david davy debby debora deborah denise dennis derk desi desiree
  desirée detlef devin dewi diana dick diede diederik dieke diederick dieuwke dieuwertje dimitri dina dineke ding dingeman dion
  dirk dirkje ditte djoeke dolf dominique donna dora dorien doris dorothé dorothea dorus douwe driek dries duco dwight dylan
  eddy edgar edith edo edward edwin eef eefje eefke eelco eelke egbert eileen ella elle elisa elise elisabeth elien eline
  elin elke ellen ellemijn ellie elly elma elmar elodie els elsbeth else elsa elske elsemieke elvira emiel emil emilia emilie
  emily emma emmie emmy emmeline emmanuel enna eric erica erik erika erna ernst eron ervin erwin esmee esmée esmeralda estelle
  esther eugène eugenie eva evan evelien evelyn evelyne evert evi evie evy ewald ewout eyal fabian fabiënne fabienne faas faber
  famke fay faya faye febe feline felix felien femke femmie fenna fenne ferdinand ferdy ferre ferry fiene fien fientje filip
  finn fiona fleur fleurtje flip floor floortje floris florian florien florine flora flore floortje foppe fran franca francien
  francine francis franciscus franciska frank frans franka fransje fransien fred freddie freddy frederik frederike freek freija
  freya friso frits fransien froukje gabriel gabriël gabriella gaby geert geertje geertruida geke gemma gerard gerarda gerben
  gerda gerdien geri gerlinde germa germaine gerrie gerrit gerritje gert gertie gertjan gertrud gerwin gijs gijsbert giel gilles
  gina gineke gisela giulia gonnie govert grace greet greetje greta gretha guido gudo guus guusje gwen gwenda hadewych hadewij
  hannah hanna hanneke hannes hannie hanny hans hansje harald harm harma harmen harmke harold harriet harrie harry hedda hedwig
  hedy heidi hein heleen helena helene hélène helga hella hendrik hendrika hendrikje hendrickje henk henkjan hennie henny henri
  henriette henry herbert herman hermien hermine hessel hester hetty hidde hielke hieke hilbert hilda hilde hildegard hilke
  hille hinke hinse hiske huib hubert hugo huub huug ida idris ilja ilona ilse imke imme ina indy ine ineke ines inez inge ingeborg
  ingmar ingrid irena irene iris irma isa isabel isabella isabelle isaac isaak isis ivan ivar ivo ivonne izaak izzy jaap jaapjan
  jack jackie jacco jaco jacob jacoba jacobien jacobus jacolien jacomijn jacqueline jacques jade jaimy jaïr jake jakob james jamie
  jan jana jane janet janette janien janine janita janke janna janneke jannes jannetje jannie janny jans janske jantje jantine
  janneau jari jarne jarno jasmijn jason jasper javi jayden jaydee jaylinn jaylin jean jeanet jeanette jeanine jef jeffrey jelena
  jelle jellien jelmer jelte jennie jennifer jenny jens jente jeppe jeroen jerom jerry jesper jess jesse jessica jessie jet jetske
  jette jikke jill jille jim jimmy jip jitse jitske jits jo joan joanna joanne job jochem jochen jody joey joël joeri joep joëlle
  joelle johan johann johanna johannes john johnny jojanneke jolanda jolande jolein jolien jolijn jona jonah jonas jonathan jonna
  joop joost joos jop jordan jordi jordy jordy joran jorg jori jorick jorik jorien jorine joris jorn jorne jorrit jort jos josé
  josefien josephine joska joshua josien josine jouke joukje joy joyce jozef jozefien judith jules juliana julia julian juliane
  julie juliën julien juliët julie juliette julius jurgen juriaan jurjen jurre jurrian jurriaan justin justine jutta jytte kaatje
  kai kaj kaat karel karen karin karlijn karien karim karin kars karst karsten kas kasper kaspar kathleen katelijne kate katja
  katinka kato katrien katrijn kay kaya kayleigh keano kees keesjan kelly kelsey ken kenneth kenny kenza kevin kick kiki kiko
  kim kimberley kimberly kine kirsten kitty klaartje klaas klaasje klara klaske koen koenraad koert koos kris krista kristel
  kristiaan kristian kristin kristina kristine krijn kyan kyara kylian kyra kyan lana lara lars laura laure laurence laurens
  laurent laurien laurine lauren leah lea lean leander leanne lee leen leendert leentje leon léon leonard leonie léonie leonoor
  leontien leroy lennart lenn lenny lenka les lesley leslie leo levi levie lex leyla lia liam lian liana lianne lidewij lidia
  lidwien lienke lieke lieselot lieselotte lies liesbeth liesje liesl lieve lieven lieuwe lili lilian liliana lilly lily lina
  linda linde lindsay lindsey linn linsey lion lisa lisanne lisbeth lise lisette lissa liv livia liz lizz lizzy lize lodewijk loek
  loes loesje loïs lois lola lonneke loor lorena lorenz lorenzo lot lothar lotje lotta lotte lou loua louis louise louisa lourens
  louwrens lowie luc luca lucas lucia lucie lucien lucille lucinde lucy lude ludo ludovic luka lukas luke lune lusanne luuk luus
  lux lydia lynn lynne maaike maan maarten maartje maas mabel mace madelief madeleine madelon madelijn mads mae maia maik maike
  maja malou mandy manfred manon manou mans manuel manuela mara marc marcel marcella marco marco margje margot margo margareta
  margaretha margreet margriet margrethe maria mariah marian mariana mariane marianne marie mariek marieke mariel mariëlle marielle
  mariette marijke marije marijn marijse marijs marinda marinka marina marion maris mariska marit marita marjan marjanne marjolein
  marjolijn marjo marjon marja mark marko markus marle marleen marlene marlies marlijn marlou marloes marlon marly marnix marrit
  marsha mart marta marte martha marthe martien martijn martin martina martine martje marwin mary mascha masja mathilde mathieu
  mathijs matthias matthew matthijs matthé mats matteo matthea matty maud maudy maureen maurice maurits mauro mauk max maxim maxime
  maxine maya mees meike meindert meinte mei mei-li meis melanie melchior melissa melle melvin menno mercedes merel merijn merle
  merlijn merle merlin mette mia michael michaël michel michelle michiel mick mieke mien mienke mieke miep mieps mies mignon miguel
  mijke mijntje mik mika mike mikky mila milan milena milla mille milo milou mimi mina minke minne minnie mira miranda miriam
  mirjam mirre mirte mirthe miro mirthe misha mischa mitchell mitch moira mona monica monika monique moos morris mozes muriel myra
  myrna myrte myrthe nadia nadine naomi natalia natalie nathalie natasja natascha nathan nathanaël neeltje nel nele nelie nelleke
  nellie nelly neske nick nicky nico nicolaas nicole nicolette nicolien niek niels nienke nika nikita nikki nina nine nino nils
  noa noah noé noel noël noëlle noémi noemi nola nolan nona noor noortje nora norah norbert nova nynke nyne obe oda odette odile
  oeds okke okko olaf olga oliver olivia olivier onno oona oscar otis otto ouke owen pablo paco paddy pam pamela pascal pascale
  patricia patrick patty paul paula paulien paulina pauline paulus peer peggy pelle pepijn per petra peter petronella petrus
  philip philippe phileine philippa philine pia piet pieter pieterjan pieternel pien pientje pierre pim pip pippa pleun pleuntje
  pol polly priscilla puck quin quinn quinten quincy quint rachel rafael rafaël ragna ralf ralph ramon ramona randy raoul raph
  raphael raquel raven raymond rebecca rebekka regien regina reimer rein reinder reinier reinhard reinout reint reintje
  remco remi remy rémi remko renate rené renée renee rens renske resi rembert ria ricardo rian rianne riet rietje riekje rieneke
  rik rick rico rieks rikkert rineke rinke rinus rita ritske rivka roald rob robbe robbert robbie robert roberta roberto robin
  robine robyn rochelle rocco roderick rodney roef roel roelie roelien roeland roelof roelofje rogier roger rohan roland rolf rolien
  roman romana romano romée romy romijn ron ronald ronan ronja ronnie ronny roos roosje roosmarijn rosa rosalie rosalinde rosan
  rosanna rosanne rose roseanne rosie rosita ross roxanne roxane roy ruben rubin ruby ruby rudi rudolf rudy ruud ruurd rutger ruth
  ruthger ryan saar saartje sabien sabina sabine sabrina sacha sam samantha sammy samuel sander sandra sanna sanne sanneke sara
  sarah sarina sascha saskia scott sebas sebastiaan sebastian sebastiën selina selma sem senna senne serena serge sharon sharona
  sheila shirley sibren siebe siebren siem siene sien sientje sietse sietske sigrid sil silke silvan silvana silvia silvie simon
  simone sina sinne siri sissy sita sjaak sjaan sjef sjoerd sjoerdje sjors sjouke skip skye sky sofia sofie sofieke sonja sonny
  sophia sophie soraya stan stanley stef stefan stefanie stef steffie steffan stella stephan stephanie sterre steven stien stijn
  stijntje stine storm suus sue suusje susan susanna susanne suze suzan suzanna suzanne suzette svea sven sverre sybren sybrand
  sylke sylvain sylvester sylvia sylvie sylvana syb sybe sytske taco talitha tamar tamara tanja tara tatiana tatum ted teddy teije
  tein teis teun teuntje teunis tess tessa tessel teus thea theo theodoor thera theresa therese thérèse thies thijmen thijn thijs
  thijme thirza thom thomas tiana tibbe tibo tico tiemen tieme tien tieneke tijl tijmen tijn tijs tim timo timon timothy tina tine
  tineke tinka tirza titia titus tjalling tjeerd tjitske tjibbe tobias tobi toby tom tomas ton tonnie tonny tony toon tosca tosha
  treesje trees trijn trijntje trix trix trudie trudy truus truusje trui tristan tycho tygo tyler twan tijmen ursula valentijn
  valentina valerie valérie vanessa veerle vera veronie veronica veronique vic vicky victor victoria vigo viktor vince vincent
  viola violet violette virginia viviane vivian vivienne vlinder wanda ward warner wes wesley wessel wiebe wiebren wiebke wieger
  wieke wiep wies wiesje wietse wietske wijnand wijbe wil wilbert wilco wilfred wilhelm wilhelmina wilhelmus wilma wilmer willeke
  willem willemien willemijn willemijntje willie willy wim winnie winston wisse wobbe wolf wolfert wolter wouter wubbo wytske
  wyatt wytze xander xandra xavi xavier xaviera xena yanick yannick yara yasmijn yfke ymke ynske ype yoran yorick youri yuri yvet
  yvette yvo yvonne zahra zara zeb zeger zenna zino zita zoë zoe zoey zoi zus`

const frisianAndOlder = `
  aebe afke aise akke alke ate atze auke baukje bauke berber binne boele boukje bouwe brechtje dette doeke doutzen durk eabele eeltsje
  eise fardau feike femkje fokke fokje foekje gatske geeske gelske germ gosse grietje griet gurbe haitske harmien hedzer hepke hiltje
  hinke hotze hylke ieke ietje ids idske ilse jaitske janke jeltje jelske jetze jildou jinke jisk jorrit keimpe klaske lolke lolkje
  louw lutske maaike marijke marten meint menke nynke oane oebele oene pytrik reitse remkje renze rixt romke roelfke rommert rinske
  saakje sake sanneke sibe siemen sieta sietze sije sikke simke sipke sjoukje sytse taeke teake tette tiete tjerk tjalke tjitte trienke
  tsjerk watse wiepkje wobke wybren ytsje ytsen aldert aleida barteld berendina bertus christoffer diderik dirck dieter egbertha eppo
  evertje frouke gerhard gezina gezinus grada gradus harmannus hermanus hillechien hille jantina jentje joukje johannis jannigje
  klazien klazina lammert lammy luit luitje mannus marchien neel nies rinus roelofke siena swanneke tette teunisje toos toosje willemina
  wubbe zwaan zwaantje zwier`

const turkishAndKurdish = `
  abdullah adem ahmet ali alp alperen arda asya aslı asli atakan aydin aydın ayla aylin ayşe ayse aysel aysun aysegul ayşegül azad azra
  baran baris barış batuhan berat beren berfin beril berivan berk berkay berke beyza bilge bora buğra burak buse busra büşra can canan
  ceren cem cemal cemile cennet ceylin cihan ceyda defne delal demir deniz derya devran devrim dicle dilan dilara dilek doğan dogan doga
  duygu ebru ecrin ece eda edanur efe ege ekin ela elanur elif emin emine emir emirhan emre enes ercan erdal erdem eren erhan erkan erol
  esma esra eylül eylul eymen ezgi faruk fatih fatma ferhat feride ferit feyza figen fikret filiz furkan gamze gizem gökhan gokhan gül gul
  gülay gülcan gulcan gulsen gülşen gülsüm gulsum güler gülay hakan halil halime hamit hande hasan hatice havin havva hazal helin hilal
  hümeyra humeyra hüseyin huseyin ibrahim idil ikra ilayda ilhan ilker ipek irem irfan isa ismail kaan kader kadir kaya kemal kerem kerim
  kıvanç koray kubra kübra lale levent leyla mahir mehmet melek melike melis meltem mert merve meryem mesut mevlüt mihrimah miraç mirac miran
  muhammed mukadder murat musa mustafa mücahit nazli nazlı nehir nergis neslihan nevin nihat nil nilay nisa nisanur nur nuray nurcan nurgül
  nuri okan oktay omer ömer onur orhan osman ozan özan özge ozge özgür ozgur özlem ozlem pelin pinar pınar polat poyraz rabia ramazan recep
  reyhan rojda rojin rozerin roni rukiye salih samet saniye savas savaş seda sedat selahattin selçuk selcuk selim selin selma sema semih
  semra sena serap sercan serdar serhat serife şerife serkan servet sevda sevgi sevil sevim seyit sezen sibel sinan sinem sirin şirin songul
  songül sude sudenaz süleyman suleyman sultan sumeyye sümeyye taha tarik tarık tolga tuana tuba tuğba tugba tuğçe tugce tuncay tunahan
  turgut ufuk ugur uğur umit ümit umut ümmühan vedat veysel volkan yagiz yağız yağmur yagmur yakup yaren yasemin yasin yavuz yaşar yasar
  yigit yiğit yildiz yıldız yilmaz yunus yusuf yücel zafer zehra zelal zerda zeynep zilan zümra zumra`

const arabicAndBerber = `
  aaliyah abbas abdel abdelaziz abdelhak abdelkader abdellah abdelmalek abdelkarim abdou abderrahim abderrahman abdessamad abdelilah abir
  achraf adam adil adnan ahlam ahmad ahmed aicha aïcha aisha aïsha akram ala alaa alae alia aliyah amal aman amani amar amel amin amina
  amine aminah amir amira ammar anas anis anissa anouar anwar arwa aseel ashraf asma asmae assia atef ayah aya ayat ayman aymane ayoub ayub
  aziz aziza badr baraa basma bashar bassam bilal bouchra brahim btissam chadi chaima chaimae chahid chakir chakib charaf chouaib cherif
  dalal dalia dalila dana diaa dina djamila dounia driss duaa ebtisam ehsan emad esraa fadi fadil fadma fadoua fahd fahim faisal faissal
  fairouz faiza fares faris farid farida farouk fatiha fatima fatimah fatima-zahra fatma fatna fawzia fayrouz fikri firas firdaous fouad
  ghada ghizlane habib habiba haddou hadi hadil hafid hafida hafsa hajar hakim hakima hala halima hamid hamida hamza hanaa hanae hanan hanane
  hani hania haroun haroon hasna hasnae hassan hassna hatim hayat haytham hiba hicham hidaya hind houda houssam houssine hussein hossain
  huda ibtissam ibrahim idir idriss ihab ihsan ihsane ikram ikrame ilham ilias ilyas ilyass ilyes imad imaan imam iman imane imran inaya
  inas inass insaf intissar isam ishaq islam ismael ismaël ismail isra israe issa issam iyad izza jaafar jad jalal jamal jamila jasmina
  jawad jihad jihane jinan joud juman jumana kadija kamal kamila karam karim karima kawtar kaoutar kenza khadija khadidja khalid khaled
  khalil khaoula khawla kinan laila lamia lamiae lamyae latifa layan layla layth leen leila leyla lina loubna lubna lujain maher mahmoud
  mahdi majd majda majid malak malek malika manal manar maram mariam marjam marwa marwan marouan marouane maryam maryama maysa maysam
  mehdi meriam meryem mimoun mimount mina mira moad moaz mohamad mohamed mohammad mohammed mohsin monir mouad moulay mounia mounir mourad
  moussa moustafa mousa muhammad muhammet muna munir munira murad musab mustapha nabil nabila nadia nadir nadira naima naïma najat najib
  najim najima najla najoua naoufal naoual nasim nasira nasr nasser nassim nassira nawal nawaf nawfal nayla nezha nidal nihad nisrine noha
  noufal noura nouha nour nourdin noureddine noor nora nuha numan omaima omar omran osama oualid ouafa ouafae ouassim oumaima oumayma
  oumnia ousama oussama oukacha qasim rachid rachida radia rafik ragad rahaf rahim rahma rajae raja ramadan rami ramzi rana rania ranim
  rasha rashid rayan rayane rayhana rayyan reda redouan redouane reem riad rihab rim rima riham rita rizlan rkia roaa rochdi rokaya romaissa
  sabah sabri saad sadia sadik safaa safae safia safouan said saïd saida saïda saif sajid sakina salah salem salim salima salma salman
  salwa sami samia samir samira samiha sanae sara sawsan selma shadi shahd shaima sherin siham sihame silia sofian sofiane sofyan soufian
  soufiane souad souhaila soukaina soumaya soumia souraya suad suhaib suhayla suhail sulaiman sulayman sumaya taha tahar tala talal talha
  tamim tarek tareq tarik tariq tasnim taoufik tayeb thami tijani tofik touria umaima umar usama wafa wafae wahid wahiba wail wael walid
  wassim widad wijdan wissal wissam yahia yahya yakoub yamina yaqub yaser yasin yasine yasir yasmin yasmina yasmine yassin yassine yassir
  yassmina yazan yousef youssef youssra yousra younes younis younous yunus yusra yussuf zaid zain zaina zainab zakaria zakariya zaki zakia
  zayd zayn zayneb zeinab zena ziad zineb zinedine ziyad zohra zouhair zoubida zoulikha zuhair`

const surinameseHindustaniAndAsian = `
  aarav aarti abhishek aditi aditya ajay akash amisha amit amrita anand anil anisha anita anjali ankita anoop anushka aniel anjana aryan
  arjun arun arvind asha ashwin avinash ayushi bhavna chander chandra chitra darshan deepa deepak devika dewika dhanraj dinesh divya faizal
  farah farhan farida ganesh gaurav gita harish harshita indira indra ishaan ishika jai jayant jyoti kabir kajal kamla karan kavita kiran
  krishna kumar lakshmi lalita mahesh manish manisha meera meena mohan mohit mukesh nandini naresh navin neha nikhil nikita nisha nitin
  pooja poonam prakash pranav prashant pratik praveen prem preeti priya priyanka radha radjesh radjinder rahul raj rajesh rajiv rajni ramesh
  rashmi ravi ravindra rekha reshma riya rishi ritesh rohan rohit roshan roshni rukmini sachin sagar sahil sandeep sandhya sangeeta sanjay
  sanjana santosh sapna sarita sashi satish savita shanti sharda shilpa shivani shreya shruti shyam simran sita soerin soenil sonam sonia
  suman sunil sunita suresh surya sushma swati tanvi tara tushar uma usha varun vijay vikram vinay vinod vishal vishnu vivek yash
  achmad adinda agus ani arief ayu bambang budi cahya citra dewi dian eka endang fitri hadi hendra indah intan joko kartika lestari made
  maya melati mega nasution ningsih nurul putra putri rahayu ratih ratna rina rizki sari siti slamet sri surya sutrisno tirza tuti wati
  wayan widodo wulan yanti yudi
  akira ayaka chihiro daichi emiko haruka haruki haruto hina hinata hiroshi hiroto kaito kenji kenta mei mika misaki naoki noriko ren riku
  rin sakura satoshi shota sora takashi takumi yoko yui yuki yumi yuna yuto
  bo chen cheng chun fang fei feng guang hai hao hong hua hui huan jia jiahao jian jiayi jie jing jun junjie kai lan lei li lijuan lin ling
  long mei meiling meng min ming minjun na ning pei peng ping qiang qing rong rui shan shu shuang ting tao wei weiwei wen xia xiang xiao
  xiaoming xin xinyi xiu xuan xue yan yang yi yifan yihan ying yu yuan yue yun yuting yuxuan zhen zheng zhi zihan zixuan ziyi zhang
  anh bao binh chau chi dung duc duong giang ha hai hanh hien hieu hoa hoang huong huy khanh khoa lan linh loan long ly mai minh my nam
  nga ngan nghia ngoc nguyet nhi nhung phong phuc phuong quang quoc quyen quynh tam tan thao thanh thi thien thinh thu thuy tien toan trang
  tri trinh trung truc tu tuan tuyet uyen van viet vinh vy xuan yen jiwoo minji seojun seoyeon hyun jisoo somchai suda niran malee ploy
  aung thida myo zaw tenzin dawa pema dolma karma norbu sonam tashi yangchen`

const africanAndCaribbean = `
  abena abdi abdirahman abdirizak abdulahi abdullahi abebe abiola abrar adaeze adama ade adebayo adjoa adwoa afia afua akosua akua akwasi ama
  amadou amaka aminata amma amponsah anan araba asante asmaa awa ayaan ayan ayana ayanle ayodele ayo babacar bashir beatrice biniam birhan
  blessing boakye boubacar cabdi chiamaka chidi chidera chika chinedu chinelo chioma chukwu cheikh dahir daud dawit deka desta diallo ebo
  ebele ebenezer efua ekow emeka eniola ermias esi eyob fadumo faduma faith farhia fatou fatoumata favour femi feruz feven filmon filsan
  fiifi folake freweini gebre getachew ghebre gift girma godwin grace habtom hakeem hamdi hanad haben hawa hawo helen hermon hibo hiwet
  hodan hodo idil idriss ifeoma ifeanyi ifrah ikechukwu isatou isayas iskander jamal joana joseph kaleb kamau kebede kelechi khadra kidane
  kofi kojo kokou kwabena kwadwo kwaku kwame kwasi kwesi lamin liban lul lula luul maame mamadou maryan mebrahtu mehari mekdes meron mesfin
  michaela mikias mohamud moussa mulugeta muna musa nana nahom nasra natnael nathnael ndeye ngozi nii nkechi nnamdi nura obi obinna ochieng
  odein okechukwu olu olumide oluwaseun oluwatobi omari osas osagie osei ousmane oumar prince princess robel rodas rahel rahwa sahra saido
  salam samrawit sabirin sagal saliou samatar samuel selam selamawit semhar senait seun seydou shukri simret siyabonga solomon suleiman
  temesgen temitope tesfay tesfaye tewodros thabo titilayo tsegay tsehay tunde uche ubah uchenna usman wangari warsame winta wubit yaa
  yaaba yafet yared yaw yohana yohannes yonas yonatan yordanos yusuf zahra zainab zawadi zeynab zuri zeresenay
  aldrick angelo chayenne chayenna cheyenne clifton clyde curtis darryl delano delvin dewi dineshia djamilla djuric donovan edson
  edsel eldridge elton elvis errol etienne farell gerrel germaine gianni giovanni giovanna gregory haidy ivory jaden jahmai jairzinho
  jamairo jandino jayvano jeandro jeremiah jermaine jerrel jhonny joselito jurmaine keisha kendra kenrick kenrich keshia kimani kyandro
  lenrick lorenzo luciano marvin melvin merlin micky milangela milton naomy natasha nigel quincy quiana raily ramsey randal raynel
  rayvano renaldo riandro richano rivelino roché rodney romario romeo roshandra royston ruthmila ruthlyn sharella shaniqua shanice
  sheldon shurandy shurendy sigourney siegmund stacey stephany swinda tamika tarah terrence tiffany tyrone tyrell urvin virgil wendell
  xavienne xiomara yadira yalenny zaïra zulaika zuleika`

const slavicAndEastern = `
  adam adrian agata agnieszka alan albert aleks aleksander aleksandra alicja amelia anastasia anastasija anastasiia anastazja anatolij
  andriy andrij andrzej aneta angelika anhelina aniela antoni antonina arkadiusz artem artur arkadi bartek bartłomiej bartlomiej bartosz
  beata błażej blazej bogdan bohdan bogumil boguslaw borys borislav bożena cezary damian daria dariya darek dariusz dawid denys diana dima
  dimitar dmytro dmitri dmitry dominik dominika dorota edyta elena elina eliza elzbieta elżbieta emil emilia ewa ewelina fabian filip
  franciszek gabriela georgi gosia grażyna grazyna greg grzegorz halyna hanna helena henryk hubert ignacy igor ihor ilona illia ilya inna
  iryna irina irena iwona ivana ivanka ivaylo iza izabela jacek jadwiga jagoda jakub jan janina janusz jarek jaroslaw jarosław jerzy joanna
  julia julita jurek justyna kacper kamil kamila karol karolina kasia kasper kateryna katarzyna katya kinga klaudia kostya krystian
  krystyna krzysztof ksenia kseniia kuba kyrylo lech lena leon leonid leszek lesya lidia liliana liudmyla ludmila łukasz lukasz lyubov
  maciej magda magdalena maja maks maksim maksym maksymilian malgorzata małgorzata marcel marcelina marcin marek margarita mariia mariana
  mariusz mariya marharyta marina marta martyna maryna masha mateusz matvii matvij michał michal mieszko mikołaj mikolaj milena milosz miłosz
  miroslav mirosława monika mykhailo mykola mykyta myroslava nadiia nadja nadzieja natalia nataliia natalka nataliya nazar nikodem nikola
  nikolai nikolaj nikolay nina oksana oleg oleh oleksandr oleksandra oleksii olena olga olha oliwia oliwier olya ola ostap patryk paulina
  pavlo pawel paweł petro piotr polina przemek przemysław radek radosław radoslaw rafal rafał renata roksana roman ruslan ruslana rostyslav
  ryszard sasha sebastian serhii serhiy sergej sergei solomiia stanisław stanislav stanislaw stefania stepan svetlana svitlana swietlana
  sylwia szymon tadeusz tamara taras tatiana tatjana tetiana timofiy tomasz tomek tymofiy tymoteusz ulyana urszula vadym vadim valentyn
  valentyna valeriia valeriya vasyl vasil veronika viktoria viktoriia viktoriya vira vitalii vitaliy vladimir vladislav vladyslav volodymyr
  vova vsevolod waldemar wanda weronika wiesław wiktor wiktoria witold wojciech wojtek yana yaroslav yaroslava yehor yelyzaveta yevhen
  yevheniia yulia yuliia yurii yuriy zbigniew zlata zofia zoryana zosia zuzanna żaneta
  adela adina alexandru alin alina ana-maria andreea andrei anca bogdan călin catalin cătălin ciprian claudiu constantin corina cosmin
  costin cristian cristina daciana dan daniela dana denisa diana doina dorin dragos dragoș dumitru elena emanuel eugen florentina florin
  gabriela georgiana gheorghe ileana ioana ion ionela ionut ionuț iulia iulian larisa lavinia liviu loredana lucian madalina mădălina marius
  mihaela mihai mircea mirela monica nicoleta nicolae octavian oana ovidiu paula petru radu ramona raluca razvan răzvan roxana sanda sergiu
  silviu simona sorin stefan ștefan teodora tudor valentin vasile viorel vlad
  agron ajla alban albana alma almir amar amela amina amra ardian arben arta besnik blerim blerta bojan boris branka danica dario dejan
  denis dijana dragan dragana drita dunja dušan elvir elvira emina enver faruk fatmir gordana goran hana haris ilir ivana ivona jasmin
  jelena jovan jovana katarina kenan kristijan lejla ljiljana luka majda marija marijana marko melisa merjem mila milan mile milica miloš
  mirela mirjana mirsad mirza mladen nada natasa nataša nebojša nedim nejra nemanja nenad nermin nermina nikola ognjen petar predrag
  safet sanela sanja senad sead selma slavica slobodan snežana stojan svetlana tarik tijana uroš vesna vuk zdenka željko zoran zlatan`

const europeanAndEnglish = `
  aaron abby abigail adele adrien agathe aiden aidan aimee alan alba aldo alejandra alejandro alessandra alessandro alessia alfie alfonso alfred
  alfredo alison allison alicia alma alonso alvaro amanda amelia amy ana andrew andy ángel angelina angelo anika anselm antonella antonio
  archie ariana ariel arlo arturo ashley audrey augustin aurélie aurelia austin ava avery beatrice beatriz becky bella benedict benedikt
  benoît beth bethany billy björn blake bonny bradley brandon brad brooke bruna bryce caitlin caleb callum cameron camila camille camilla
  candice carina carlos carlota carol caspian catalina catarina chad charles chelsea chiara chloé chloe christelle christopher ciaran cillian
  clément claude clemence clementine cody colin connor conor corentin craig damien daniele dario darren dean declan delphine denzel derek
  diego dominic doreen duncan dustin eduardo eleanor elena eleonora elias eliana elijah eliot elliot eloise elsa emanuela émile emilio
  emmett enrique enzo erin ernesto ethan eugenia evangeline ezra fabio fabrizio federica federico felicia felicity fernanda fernando filipa
  filipe florence francesca francesco francisca francisco françois françoise fredrik gareth gavin gemma geoffrey george georgia georgina
  geraldine gerald gianluca gilbert giorgio giuseppe gloria gonzalo gordon graham greta guilherme guillaume gunnar gustav gustavo hailey
  hannes harper harrison harvey hazel heather hector heinz helmut henrik henrique holly horst howard hugh hugues iago ian ignacio ingo inês
  isaías isadora isla ivy jaime jake janice jared javier jay jenna jeremy jerome jesús joana joão joaquín jochen joe joel jorge josefina
  joseph josh jürgen juan juanita julio kaitlyn karl katharina katherine kathryn katie keira keith kerstin kian kieran kirk klaus kurt
  kyle lauren leandro leila lena leonardo leonor letícia lewis lillian lila linus logan lorena lorraine luana lucía luciana ludwig luigi luís
  luisa luiz luke lukas mackenzie madeline madison maeve magnus malcolm malte marcelo marcos margaret maría mariana mario marissa mason
  mateo matilda matilde mauricio maximilian megan melody mia miles mohan molly moritz morgan nadja nancy nathaniel neil nelson nerea
  niamh nicholas nicola nicolás nicolas nigel noelle norman nuno olaf orla oriana orlando paige paloma pamela paola paolo parker patrizia
  paulo pedro penelope penny pepe phoebe pierluigi piers pietro pilar poppy rafaela ramiro raúl ralf rebeca reece reginald renato rhys
  ricarda richard riley rocío rodrigo rogerio rolando rory rosario rowan rufus russell sabrina sally salvador salvatore samara santiago sara
  savannah sean séan sergio seth shane shannon shaun sheena sian sidney sienna silas simon sofía sonia spencer stacy steve stewart stuart
  summer sydney tabitha tania tatum taylor terry teresa thiago thorsten tiago tobias todd tracy travis trevor tristan trinity uwe valeria
  valentino vasco vera verena vincenzo vitória wade walter warren wayne wendy whitney wilhelm willow xenia yolanda zachary zack zoltán zsófia
  agnès bálint dóra eszter gábor gergő ildikó istván katalin lászló levente máté nóra réka tamás
  alexandros anastasios andreas christos dimitra dimitris eleftheria eleni evangelia georgios giannis ioannis katerina konstantinos kostas
  maria nikos panagiotis sofia spyros stavros thanasis vasiliki vasilis yannis
  aino eero elina emilie freja frida håkon helmi ingvild jari jukka kaisa kalle kirsi laila lasse linnea maja matti mikko nils oskar outi
  pekka sigrid signe siiri sindre siv sofus solveig søren sunniva tiina torsten tove trine tuuli ulla viggo
  ahmadreza amirhossein arash arezoo arman ashkan azadeh babak bahar bahram behnam bijan dariush ehsan elaheh elham elnaz fardin farhad
  farideh farnaz farzad fatemeh fereshteh golnar hamed hossein kaveh keyvan kian ladan leila mahsa mahshid majid maryam masoud mehran mina
  mitra mohsen morteza nader narges nasrin navid nazanin negar nika niloufar nima omid parisa parvin payam pejman pouya ramin reyhaneh
  reza roya saeed sahar saman samaneh samin sanaz sara sepideh setareh shabnam shadi shahin shahram shirin siavash simin soheil soraya tahereh
  vahid yalda yasaman zahra ziba farzana freshta gulalai hamidullah hekmat jawid laila mahbooba masooma mursal najibullah nilofar palwasha
  parwana rahmatullah sediqa sohaila wahida yalda zabihullah zarghuna
  aram ani anahit ara armen arpi artur arus davit gevorg hakob hayk karen levon lilit lusine mariam mher nare narek nune sona tigran vahan
  ketevan giorgi nino tamar levan nana lasha elene matthaios shlomo yael noam shira tal yair eitan tamir avi moshe rivka chaya`

/** First names in use in the Netherlands, in lower case: about 5,000 forms. */
export const firstNames: ReadonlySet<string> = new Set(
  wordsOf(
    dutch,
    frisianAndOlder,
    turkishAndKurdish,
    arabicAndBerber,
    surinameseHindustaniAndAsian,
    africanAndCaribbean,
    slavicAndEastern,
    europeanAndEnglish,
  ),
)
