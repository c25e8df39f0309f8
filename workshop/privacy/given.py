"""Given names that are usual here, in small letters: those that are no everyday word, so that one is a name however it is typed.

Scotland's and the rest of the United Kingdom's, with Irish, Polish and other European, South Asian, Arabic and African ones. Names that are
words too (Mark, Grace, Will, Rose, Mercy) are left out: in a text without capital letters they would be flagged for nothing.
"""

_NAMES = """
    aaron abbie abigail adam adele agnes aidan aileen ailsa aimee alan alana alasdair alastair alec alex alexander alexandra alfie alice
    alicia alison alistair allan amanda amelia amy andrea andrew angela angus ann anna annabel anne annie annmarie anthony aoife arran
    arthur ashleigh audrey ava barbara barry ben benjamin bernadette beth bethany betty billy blair bobby brenda brendan brian bridget
    brodie bronwyn bruce bryan caitlin callum calum cameron campbell cara carla carly caroline carolyn catherine cathy catriona charlene
    charles charlie charlotte chelsea cheryl chloe chris christina christine christopher ciara claire clare colin colleen connor conor
    corey craig daniel danielle danny darren dave david davie dawid debbie deborah declan deirdre denise dennis derek diane donald donna
    dorothy dougie douglas duncan dylan eddie edith edward eileen eilidh elaine eleanor elizabeth ella ellen ellie ellis elsie elspeth
    emily emma eric erin ethan ethel euan eva evan evelyn ewan fergus finlay fiona fionn fraser freya gareth gary gavin gayle gemma
    geoff george georgia georgina gerald gerry gillian gina glenn gordon graeme graham greg gregor greig hamish hannah harriet harry
    harvey heidi helen henry hugh iain ian imogen innes iona irene isabel isabella isla isobel jackie jacob jacqueline jade jake james
    jamie janet janice jason jayden jayne jean jeanette jenna jennifer jenny jess jessica jessie jill jim jimmy jo joan joanna joanne
    jock jodie joe joel john johnny jonathan jordan joseph josephine josh joshua joyce judith julia julie karen karl kate katherine
    kathleen kathryn kathy katie katrina kayleigh keir keith kelly kenneth kenny kerry kevin kieran kim kirsten kirsty kyle lachlan
    laura lauren leah leanne lee leigh leon lesley leslie lewis liam lilian linda lindsay lindsey lisa liz logan lorna lorraine louis
    louise lucas lucy luke lyndsey lynn lynne lynsey mabel maggie mags mairi malcolm mandy margaret maria marie marion marjorie martin
    martyn mary matthew maureen maya megan melanie melissa mhairi mia michael michelle mick mike millie moira molly monica morag morven
    muriel murray myra nancy naomi natalie natasha nathan neil niall niamh nichola nicholas nicola nicole nigel noah nora norma norman
    oliver olivia orla oscar owen padraig paisley pamela patricia paul pauline peter philip phoebe phyllis rab rachel raymond rebecca
    rhona rhys richard ritchie robbie robert roddy roderick rodney roger ronald ronnie rory rosalind roseanne rosemary rosie ross rowan
    roy ruaridh russell ruth ryan sadie sally samantha samuel sarah scott seamus sean senga shannon sharon shaun sheena sheila shelley
    shirley shona shug sinead siobhan sonia sophia sophie stacey stephanie stephen steve steven stewart struan stuart susan suzanne
    sylvia tam tania tara terence teresa terry theo theresa thomas tina toby tommy toni tony tracey tracy trevor vanessa vera veronica
    vicky victoria vincent walter wendy william wilma winifred wullie yvonne zara zoe

    agata agnieszka aleksander aleksandra andrei andrzej aneta anton bartek beata bogdan bogdana bożena cristina czesław damian danuta
    dariusz dorota elena elżbieta ewa ewelina filip florin gabriela grzegorz hania ioana ionut irina iwona jacek jadwiga jakub janusz
    jarek justyna kamil karolina kasia katarzyna kinga krystyna krzysztof laszlo lidia lukasz lyudmila maciej magda magdalena malgorzata
    marcin marek mariusz marta mateusz małgorzata michal michał mihai milena mirek monika nadia natalia nikola oksana oleksandr olena
    olga patryk pawel paweł piotr przemek radek rafal rafał renata ryszard sergei stanisław svetlana szymon sławek tatiana tomasz
    urszula vasile viktor violeta wiktoria wojciech zbigniew zofia zuzanna łukasz

    abdul abdullah abdulrahman abid adeel adnan ahmad ahmed aisha akbar ali alia amina amir amit amrit anika anil anita anjali ankit
    anwar arif arjun asha asif aslam asma ayesha aziz balwinder bilal deepa deepak dilip faisal farah farhan farid farooq fatema fatima
    gurpreet habib hafsa haider hamza harjit harpreet hasan hassan hussain hussein ibrahim imran iqbal irfan ismail jamal jaspreet javed
    junaid kamal karim kavita khadija khalid kiran kulwinder lakshmi layla leila mahmood malik mandeep manjit mariam maryam meera mehmet
    mohamed mohammad mohammed muhammad mumtaz musa mustafa nadeem nasreen naveed navid nazia neha nisha noor omar osman parveen pooja
    prakash priya rabia rahul rajesh rajinder rakesh ranjit rashid razia reza rizwan rukhsana saeed safiya sajid salim salma samina sana
    sandeep sanjay sara sartaj shabana shabir shahid shanti shazia shireen simran sita sohail sultan sunita suresh surinder syed tahir
    tariq umar usman waqas yasmin yousef yusuf zahid zahra zainab zeeshan zubair

    abebe abena abiodun adama adebayo adeola afia akosua akua amadou amara aminata ayodele babatunde bukola chiamaka chidi chika chinedu
    chioma chukwu emeka fatou folake funmi habiba halima hodan ifeoma ikenna jelani kofi kwabena kwame kwesi lerato mamadou mbali
    mohamud mwangi ngozi nia njeri nkechi nneka nomsa obinna olu olumide oluwaseun omotola otieno samira segun sekou sibusiso simba
    temitope thabo thandi tunde uche wanjiku yetunde zainabu zodwa
"""
GIVEN_NAMES = frozenset(_NAMES.split())
