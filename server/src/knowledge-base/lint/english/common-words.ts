import { pluralOf, verbForms } from "../../../text/inflect.ts";

// The commonest words of written English, and of policy papers among it: what a sentence may well begin with.

const list = (words: string) => words.split(/\s+/);

/** Words of the closed classes, numbers, and the calendar. */
const OTHERS = list(
  "a an the this that these those such each every either neither both all any some no none enough much many more most several few fewer " +
    "little less least another other others same own half twice once double i you he she it we they me him her us them my your his its our " +
    "their mine yours hers ours theirs myself yourself himself herself itself ourselves themselves one oneself somebody someone something " +
    "anybody anyone anything nobody nothing everybody everyone everything who whom whose what which whoever whatever whichever where when " +
    "why how wherever whenever however about above across after against along alongside amid among amongst around as at before behind below " +
    "beneath beside besides between beyond by concerning considering despite down during except for from given in inside into like minus " +
    "near notwithstanding of off on onto opposite out outside over past per plus regarding since than through throughout till to toward " +
    "towards under underneath unlike until unto up upon versus via with within without and or but nor yet so if unless because although " +
    "though while whilst whereas whether lest provided not never hardly scarcely barely rarely seldom often sometimes usually always ever " +
    "again also too very quite rather almost nearly just only even still already soon then now here there today tomorrow yesterday tonight " +
    "later earlier ago afterwards afterward before eventually finally recently lately formerly previously currently presently meanwhile " +
    "thus therefore hence moreover furthermore nevertheless nonetheless instead otherwise perhaps maybe probably possibly certainly surely " +
    "clearly obviously apparently indeed actually really truly simply merely mainly mostly largely partly fully entirely completely " +
    "absolutely particularly especially generally specifically exactly roughly approximately together apart away back forward forwards " +
    "backward ahead abroad overseas home well better best badly worse worst far further farther furthest long longer fast hard " +
    "high low late early daily weekly monthly yearly annually quickly slowly suddenly immediately directly strongly heavily highly widely " +
    "deeply closely equally similarly likewise accordingly consequently namely etc please thanks yes no oh okay zero two three four five " +
    "six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty " +
    "seventy eighty ninety hundred thousand million billion trillion dozen first second third fourth fifth sixth seventh eighth ninth tenth " +
    "last next monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october " +
    "november december spring summer autumn winter noon midnight will would shall should can could might must ought cannot am is are was " +
    "were be been being do does did done doing have has had having there let us according due thanks owing regardless except including " +
    "excluding following",
);

const NOUNS = list(
  "ability absence abuse academy accent acceptance access accident accord account accusation achievement acquisition act action activist " +
    "activity actor addition address administration administrator admission adult advance advantage adventure advice adviser affair age " +
    "agency agenda agent agreement agriculture aid aim air aircraft airline airport alarm album alcohol ally alliance allocation allowance " +
    "alternative ambassador ambition amendment amount analysis analyst ancestor anchor angel anger angle animal anniversary announcement " +
    "answer anxiety apartment apology appeal appearance apple application appointment approach approval arch archive area arena argument " +
    "arm army arrangement arrest arrival arrow art article artist aspect assembly assessment asset assistance assistant association " +
    "assumption asylum athlete atmosphere attack attempt attention attitude attorney audience audit author authority auto average award " +
    "awareness baby background bag balance ball ballot ban band bank bar barrier base basin basis basket bath battle bay beach beacon beam " +
    "bear beat beauty bed bee beginning behavior behaviour being belief bell belt bench benefit bias bid bike bill bird birth bishop " +
    "bit block blood blow board boat body bomb bond bone bonus book boom boot border boss bottle bottom boundary bowl box boy brain branch " +
    "brand bread break breast breath bridge brief brother budget bug builder building bullet bus bush business butter button buyer cabin " +
    "cabinet cable cake calculation call camera camp campaign campus cancer candidate cap capability capacity capital captain car carbon " +
    "card care career cargo carrier case cash cast castle category cause cell center centre century ceremony chain chair chairman challenge " +
    "chamber champion chance change channel chapel chapter character characteristic charge charity chart charter check chest chief child " +
    "childhood chip choice church cigarette circle circumstance citizen city civilian claim clash class classroom clause clay clerk client " +
    "cliff climate clinic clock closure cloth clothes cloud club clue coach coal coalition coast coat code coffee coin collaboration " +
    "colleague collection college colonel colony color colour column combination comfort command commander comment commerce commission " +
    "commissioner commitment committee commodity communication community companion company comparison competition complaint " +
    "complex component compound compromise computer concentration concept concern concert conclusion condition conduct conference " +
    "confidence conflict confusion connection consensus consequence conservation consideration constitution construction " +
    "consultant consumer consumption contact container content contest context contract contractor contrast contribution control " +
    "controversy convention conversation conviction cook cooperation copper copy core corn corner corporation correspondent corridor " +
    "corruption cost cotton council counsel count counter country county coup couple courage course court cousin cover coverage cow craft " +
    "crash creation creature credit crew crime criminal crisis criterion critic criticism crop cross crossing crowd crown cry culture cup " +
    "currency current curriculum curve custom customer cut cycle dam damage dance danger dark data database date daughter dawn day deal " +
    "dealer death debate debt decade decision deck declaration decline decree deep deer defeat defence defendant defender defense deficit " +
    "definition degree delay delegate delegation delivery demand democracy demonstration denial department departure dependence " +
    "deposit depth deputy desert design designer desire desk detail detention development device dialogue diamond diet difference " +
    "difficulty dimension dinner diplomacy diplomat direction director disaster discipline discount discovery discrimination discussion " +
    "disease dish dispute distance distinction distribution district diversity division doctor doctrine document dog dollar domain " +
    "donation donor door doubt draft drama drawing dream dress drink drive driver drop drought drug dust duty eagle ear earnings ease " +
    "east echo economist economy edge edition editor education effect efficiency effort egg election element elite embargo embassy " +
    "emergency emission emotion emphasis employee employer employment end enemy energy enforcement engagement engine engineer " +
    "enterprise entertainment enthusiasm entity entrance entry envelope environment envoy episode equality equipment era error escape essay " +
    "estate estimate ethics evening event evidence evolution examination example exception exchange executive exercise exhibition existence " +
    "exit expansion expectation expenditure expense experience experiment expert explanation export exposure expression extension extent " +
    "extreme eye fabric face facility fact faction factor factory faculty failure fair faith fall fame family famine fan farm farmer fashion " +
    "father fault favor favour fear feature fee feedback feeling fellow fence festival fever field fight fighter figure file film " +
    "filter finance finding finger fire firm fish fisherman fit flag flame flash fleet flesh flight flood floor flow flower focus folk food " +
    "foot football force forecast forest form formation formula fort fortune forum foundation founder frame framework fraud freedom friend " +
    "friendship front frontier fruit fuel function fund funding funeral future gain gallery game gang gap garden gas gate gathering gender " +
    "gene general generation gentleman giant gift girl glass goal gold good goods governance government governor grace grade grain grant " +
    "grass grave green ground group growth guarantee guard guardian guerrilla guest guidance guide guideline guilt gun guy habit hair half " +
    "hall hand harbor harbour harm harmony harvest hat head headline headquarters health hearing heart heat height heir help " +
    "heritage hero highway hill hint history hit holder hole holiday honor honour hope horizon horse hospital host hostage hotel hour house " +
    "household housing human humanity hunger hunt hunter hurricane husband ice idea ideal identity ideology image immigrant immigration " +
    "impact implementation implication import importance impression improvement incentive inch incident income increase independence index " +
    "indication individual industry inequality infection inflation influence information infrastructure initiative injury inmate innovation " +
    "inquiry insight inspection inspector instance institute institution instruction instrument insurance insurgent integration integrity " +
    "intelligence intention interaction interest interior interpretation intervention interview introduction invasion invention investigation " +
    "investigator investment investor invitation iron island issue item jail jet job joint joke journal journalist journey joy judge " +
    "judgment judgement juice jump jury justice key kid king kit kitchen knee knife knight knowledge lab label labor laboratory labour " +
    "lack lady lake land landing landscape lane language laugh launch law lawmaker lawsuit lawyer layer lead leader leadership league learning " +
    "leave lecture left leg legacy legislation legislature lesson letter level liberty library licence license lie life lift light " +
    "limit limitation line link lion list literature loan location lock logic loss lot love lord luck lunch machine magazine magic mail " +
    "maintenance majority maker man management manager mandate manner manufacturer map margin mark market marriage mask mass master match " +
    "material matter mayor meal meaning means measure measurement meat mechanism medal media mediation mediator medicine meeting member " +
    "membership memo memory mercy merchant merger message metal method middle midnight migrant migration mile military militia milk mill mind " +
    "mine miner mineral minister ministry minority minute miracle mirror missile mission mistake mix mixture mobile mode model moment " +
    "monarch monarchy money monitor monster month monument mood morning mortgage mosque mother motion motive mountain mouse mouth move " +
    "movement movie multitude murder muscle museum music musician myth name narrative nation nature navy neck need negotiation negotiator " +
    "neighbor neighborhood neighbour neighbourhood nerve network news newspaper night noise nomination norm north nose note notice notion " +
    "novel number nurse object objection objective obligation observation observer obstacle occasion occupation ocean offence offender " +
    "offense offensive offer office officer official oil operation operator opinion opponent opportunity opposition option oracle orange " +
    "order organ organisation organization organizer origin outcome outlet output oversight owner ownership pace pack package page pain paint " +
    "painter painting pair palace panel panic paper parade paragraph parent parish park part participant participation partner " +
    "partnership party pass passage passenger passion passport past patent path patience patient patrol pattern pause pay payment peace peak " +
    "pearl penalty pension people pepper percent percentage perception performance period permission permit person personality personnel " +
    "perspective petition phase phenomenon philosophy phone photo photograph phrase picture piece pier pilgrim pilot pine pioneer pipe pipeline " +
    "pitch place plain plan plane planet planning plant plastic plate platform play player plaza plea pleasure pledge plot poem poet poetry " +
    "point poison pole police policy politician politics poll pollution pool population port porter portion portrait position possession " +
    "possibility post pot potato potential pound poverty powder power practice prayer precedent preference premier premise premium preparation " +
    "presence presentation preservation presidency president press pressure pretext prevention price pride priest prime prince princess principal " +
    "principle priority prison prisoner privacy privilege prize probe problem procedure proceeding process producer product production profession " +
    "professor profile profit program programme progress prohibition project promise promotion proof property proportion proposal prosecution " +
    "prosecutor prospect protection protest protester protocol province provision psychology public publication publisher punishment pupil " +
    "purchase purpose pursuit quality quantity quarter queen quest question quota quote race radar radiation radical radio rage raid rail railway " +
    "rain raise rally range rank rate ratio ray reach reaction reader reading reality realm reason rebel rebellion recession recipe recognition " +
    "recommendation reconstruction record recovery recruit reduction reference referendum reflection reform refuge refugee refusal regime region " +
    "register regulation regulator rejection relation relationship relative release relic relief religion remark remedy removal rent repair " +
    "repeal reply report reporter representation representative reputation request requirement rescue research researcher " +
    "reservation reserve residence resident resignation resistance resolution resort resource respect response responsibility rest restaurant " +
    "restoration restriction result retail retirement retreat return revelation revenge revenue review revolt revolution reward rhetoric rice " +
    "rider rifle right ring riot rise risk ritual rival river road robot rock rocket role roll roof room root rope rose round route routine row " +
    "rule ruler ruling rumor rumour run runner rush sacrifice safety saint sale salt sample sanction sanctuary sand satellite satisfaction saving " +
    "scale scandal scene schedule scheme scholar school science scientist scope score screen script sea seal search season seat secret secretary " +
    "section sector security seed segment seizure selection self senator sense sentence sentiment sequence sergeant series sermon servant " +
    "server service session set settlement settler shade shadow shaft shape share shareholder sheep sheet shelf shell shelter shepherd sheriff " +
    "shield shift ship shock shoe shop shore shortage shot shoulder show side siege sight sign signal signature significance silence silk silver " +
    "sin singer sister site situation size skill skin sky slave slavery sleep slope smile smith smoke snow society software soil soldier solution " +
    "son song sort soul sound source south sovereignty space speaker specialist species speech speed spending spirit split spokesman spokesperson " +
    "sponsor sport spot spouse spy squad square stability staff stage stake stalemate stamp stance stand standard standing star start state " +
    "statement station statue status statute steam steel step stick stock stomach stone stop storage store storm story stranger strategy stream " +
    "street strength stress stretch strike string strip stroke structure struggle student studio study stuff style subject submission subsidy " +
    "substance suburb success successor sugar suggestion suit sum summary summit supplier supply support supporter supremacy surface surge " +
    "surgeon surgery surplus surprise surrender survey survival survivor suspect suspension suspicion sword symbol sympathy symptom syndrome system " +
    "table tactic tale talent talk tank tap tape target tariff task taste tax taxpayer tea teacher team tear technique technology teen telephone " +
    "temperature temple tendency tennis tension tent term terminal territory terror terrorism terrorist test testimony text theater theatre theme " +
    "theory therapy thing thinking thought threat threshold throat throne ticket tide tie tiger timber time timeline tin tip tissue title tobacco " +
    "toe ton tone tongue tool tooth top topic total touch tour tourism tourist tower town toy trace track trade trader tradition traffic tragedy " +
    "trail train training transaction transfer transformation transit transition translation transmission transport transportation trap travel " +
    "traveler treasure treasury treat treatment treaty tree trend trial tribe tribunal tribute trick trip troop trouble truce truck trust truth try " +
    "tube tunnel turn turnout type uncertainty uncle union unit unity universe university upset uprising usage use user utility vacation valley value " +
    "van variable variation variety vehicle venture version vessel veteran victim victory video view village violation violence virtue virus visa " +
    "vision visit visitor voice volume volunteer vote voter voyage wage wagon wall want war warfare warming warning warrant warrior waste watch water " +
    "wave way weakness wealth weapon weather web wedding week weekend weight welfare west wheat wheel whisper white wife wild will win wind window " +
    "wine wing winner wire wisdom wish witness woman wonder wood word work worker world worry worship wound writer writing yard year yellow youth zone " +
    "ceasefire armistice takeover withdrawal",
);

const VERBS = list(
  "abandon absorb accept accompany accomplish account accuse achieve acknowledge acquire act adapt add address adjust admit adopt advance advise " +
    "advocate affect afford aid aim allege allocate allow alter amend amount analyse analyze announce answer anticipate appeal appear apply appoint " +
    "appreciate approach approve argue arise arm arrange arrest arrive ask assemble assert assess assign assist assume assure attach attack attempt " +
    "attend attract avoid await award back balance ban bar base bear beat become beg begin believe belong bend benefit bind blame blend block blow board " +
    "bomb boost borrow bother bow break bring broadcast broker build burn bury buy calculate call calm campaign care carry cast catch cause cease " +
    "celebrate challenge change characterize charge chase check choose cite claim clarify clash classify clean clear climb close collapse collect " +
    "combine come comfort command comment commit communicate compare compel compete complain complete comply compose comprise concede conceive concentrate " +
    "concern conclude condemn conduct confess confirm confront confuse connect consider consist constitute construct consult consume contact contain " +
    "contend continue contract contradict contribute control convene convert convey convict convince cook cool cooperate cope copy correct cost count " +
    "counter cover crack crash create cross cry cultivate cure cut dance dare deal debate decide declare decline decrease defeat defend define delay " +
    "deliver demand demonstrate deny depart depend deploy deprive derive descend describe deserve design desire destroy detain detect determine develop " +
    "devote die differ dig diminish direct disagree disappear discover discuss dismantle dismiss display dispute dissolve distinguish distribute divide " +
    "dominate donate double doubt draft drag draw dream dress drift drink drive drop dry earn ease eat edit educate elect eliminate embrace emerge " +
    "emphasize employ enable encounter encourage end endorse endure enforce engage enhance enjoy enlarge ensure enter entitle equip escape establish " +
    "estimate evaluate evolve examine exceed exchange exclude execute exercise exist expand expect experience expire explain explode exploit explore " +
    "export expose express extend face facilitate fail fall favor favour fear feature feed feel fight figure file fill finance find finish fire fit fix " +
    "flee float flood flow fly focus fold follow force forbid foresee forget forgive form formulate found free freeze frighten fuel fulfil fulfill " +
    "function fund gain gather generate get give go govern grab grant greet grow guarantee guard guess guide handle hang happen harm hate head heal hear " +
    "heat help hesitate hide highlight hint hire hit hold honor honour hope host hunt hurt identify ignore illustrate imagine implement imply import " +
    "impose impress improve include incorporate increase indicate induce infer influence inform inherit initiate injure inquire insert insist inspect " +
    "inspire install insure integrate intend interpret interrupt intervene introduce invade invent invest investigate invite involve isolate issue " +
    "join judge jump justify keep kick kill kiss knock know lack land last laugh launch lay lead lean leap learn leave lend let lie lift light like limit " +
    "link list listen live load lock look lose love lower maintain make manage march mark marry master match matter mean measure mediate meet melt " +
    "mention merge mind mine miss mistake mix mobilise mobilize modify monitor motivate mount move multiply murder name need neglect negotiate nominate " +
    "note notice notify object oblige observe obtain occupy occur offend offer open operate oppose order organise organize originate overcome overlook " +
    "overthrow owe own pack paint park participate pass pause pay peak permit persist persuade pick place plan plant play plead pledge point pop " +
    "pose possess postpone pour practise praise pray preach precede predict prefer prepare present preserve press presume pretend prevail prevent " +
    "proceed process produce profit prohibit project promise promote prompt pronounce propose prosecute protect protest prove provide provoke publish " +
    "pull punish purchase pursue push put qualify question quit quote race raise rally range rank rate ratify reach react read realise realize rebuild " +
    "recall receive reckon recognise recognize recommend record recover recruit reduce refer reflect reform refuse regain regard register regret " +
    "regulate reinforce reject relate relax release rely remain remark remember remind remove renew rent repair repeat replace reply report represent " +
    "request require rescue resemble reserve resign resist resolve respect respond rest restore restrict result resume retain retire retreat return " +
    "reveal reverse review revise reward ride ring rise risk roll rule run rush sacrifice sail satisfy save say scale schedule score scream search seat " +
    "secure see seek seem seize select sell send separate serve set settle shake shape share shift shine shoot shop shout show shut sign signal sing " +
    "sink sit ski slam sleep slide slip slow smell smile smoke solve sort sound spare spark speak specify speed spell spend spin split spoil sponsor spot " +
    "spread spring stabilise stabilize stand stare start state stay steal stem step stick stimulate stop store strengthen stress stretch strike strip " +
    "strive struggle study submit succeed suffer suggest suit summon supply support suppose suppress surge surprise surrender surround survey survive " +
    "suspect suspend sustain swear sweep swim swing switch symbolize take talk target taste tax teach tear tell tend terminate test thank think threaten " +
    "throw tie tighten touch tour trace track trade train transfer transform translate transmit transport trap travel treat trigger trust try turn " +
    "undergo undermine understand undertake unify unite update uphold urge use utilize vanish vary venture veto view violate visit voice vote wait wake " +
    "walk want warm warn wash waste watch wave weaken wear weigh welcome win wind wipe wish withdraw withhold witness wonder work worry wrap write yield",
);

const ADJECTIVES = list(
  "able absent absolute academic acceptable accurate active actual acute additional adequate administrative advanced adverse " +
    "affordable afraid aggressive agricultural alive alone alternative amazing ambitious ample ancient angry annual anonymous anxious apparent " +
    "applicable appropriate arbitrary armed artificial asleep automatic available aware awful bad bare basic beautiful beneficial big bilateral bitter " +
    "black blind blue bold brave brief bright brilliant broad broken brown busy calm capable careful central certain charming cheap chronic civic civil " +
    "classic clean clear clever close coastal cold collective colonial comfortable commercial common comparable competitive complete complex " +
    "comprehensive compulsory conditional confident confidential conscious consecutive conservative considerable consistent constant constitutional " +
    "constructive contemporary continuous controversial conventional cool corporate correct costly covert crazy creative critical crucial crude cultural " +
    "curious current dangerous dark dead deadly deaf dear decent decisive deep defensive definite deliberate delicate democratic dense dependent desperate " +
    "detailed different difficult digital diplomatic direct dirty disabled distant distinct distinctive diverse domestic dominant double dramatic dry dual " +
    "due dynamic eager early eastern easy economic educational effective efficient elaborate elderly electoral electric electronic eligible emotional empty " +
    "endless enormous entire environmental equal essential ethical ethnic eventual evident exact excellent exceptional excessive exclusive existing exotic " +
    "expensive explicit external extra extraordinary extreme faint fair false familiar famous fatal favorable favourable federal fierce final financial fine " +
    "firm fiscal fixed flat flexible foreign formal former fortunate fragile free frequent fresh friendly full fundamental funny general generous " +
    "gentle genuine giant glad global golden gradual grand grateful great green grey gray gross guilty handsome happy hard harsh healthy heavy helpful hidden " +
    "high historic historical hollow holy honest horrible hostile hot huge human humanitarian humble ideal identical ideological illegal imminent immediate " +
    "imperial implicit important impossible impressive inadequate independent indigenous indirect individual industrial inevitable informal inherent initial " +
    "inner innocent institutional insufficient intact integral intellectual intelligent intense interim interior intermediate internal international intimate " +
    "invisible joint judicial just keen key kind large latter lawful lazy leading left legal legislative legitimate liberal light likely limited liquid literary " +
    "local logical lonely loose loud lovely low loyal lucky mad magnetic magnificent main major male mandatory marginal marine maritime massive mature maximum " +
    "meaningful mechanical medical mental mere middle mild military minimal minimum minor missing mobile moderate modern modest moral multilateral multiple " +
    "municipal mutual mysterious naked narrow national native natural naval neat necessary negative nervous neutral new nice noble noisy normal northern notable " +
    "novel nuclear numerous objective obvious odd offensive official old only open operational opposite optimistic oral ordinary organic original orthodox " +
    "outer outstanding overall overwhelming pale parallel partial particular passive patient peaceful peculiar permanent personal persistent physical plain " +
    "pleasant plural polite political poor popular portable positive possible potential powerful practical precise pregnant preliminary present presidential " +
    "pretty previous primary prime primitive principal prior private probable productive professional profitable profound prominent proper proud provincial " +
    "provisional proximate prudent public pure quick quiet radical random rapid rare raw ready real realistic reasonable recent red regional regular related " +
    "relative relevant reliable religious reluctant remarkable remote repeated resident residential respective responsible restrictive rich rigid right " +
    "rigorous robust rough royal rude rural sacred sad safe same satisfactory scared scientific secondary secret secular secure selective senior sensible " +
    "sensitive separate serious severe shallow sharp short shy sick significant silent silly similar simple sincere single slight slim slow small smart smooth " +
    "sober social soft solar sole solid sophisticated sound southern sovereign special specific spectacular spiritual stable standard statistical statutory " +
    "steady steep stiff still straight strange strategic strict striking strong structural stubborn stupid subject subsequent substantial subtle successful " +
    "successive such sudden sufficient suitable superior supreme sure surgical surprising suspicious sustainable sweet swift symbolic systematic tactical tall " +
    "technical temporary tender terrible territorial thick thin thorough tight tiny tired top total tough toxic traditional transparent tremendous tribal " +
    "tropical true typical ugly ultimate unable uncertain uncommon unclear underground undue unemployed unequal unexpected unfair unfortunate unhappy uniform " +
    "unique united universal unknown unlawful unlikely unprecedented unusual upper upright urban urgent usual useful useless vague valid valuable various vast " +
    "verbal vertical viable vicious violent virtual visible visual vital vivid voluntary vulnerable warm weak wealthy weird western wet white whole wide " +
    "widespread wild willing wise wonderful wooden working worldwide worried worth worthy wrong young",
);

let words: ReadonlySet<string> | undefined;

/** Whether a word, folded, is one that any English text may have, in whatever form. The first question builds the list. */
export function isCommonWord(key: string): boolean {
  words ??= new Set([...OTHERS, ...ADJECTIVES, ...NOUNS, ...NOUNS.map(pluralOf), ...VERBS.flatMap(formsOf)]);
  return words.has(key);
}

function formsOf(verb: string): string[] {
  const { base, third, past, participle, gerund } = verbForms(verb);
  return [base, third, past, participle, gerund];
}
