"""Which matter people want, said in seventy voices: the last wish decides; what is told of others, of the past or given up does not. All is made up."""

import pytest

from gaoxing.catalogue import wished
from gaoxing.speech.transcript import Transcript

WISHES = (
    ("company_registration", ("我原来在昆山做个体户好多年了现在想正规一点注册个公司跟两个朋友一块股份我占五成",)),
    ("company_registration", ("哎我问一下啊我表哥前阵子把厂子注销了我呢是想自己弄一个公司做机械配件",)),
    ("company_registration", ("先说清楚我不办变更也不注销，就是要新设一家有限责任公司",)),
    ("company_registration", ("我们三个股东想成立公司，其中一个股东原来的公司正在办注销",)),
    ("company_registration", ("公司名称昆山禾木贸易有限公司，法人我来当，注册资金两百万，股东就我一个",)),
    ("company_registration", ("想开个分公司还是子公司来着，算了就开个新公司吧，注册资本五十万",)),
    ("sole_trader_registration", ("开个理发店，就我自己干，营业执照怎么办，个体的就行",)),
    ("sole_trader_registration", ("我想摆个摊卖水果，要办个照，不用公司，个体户就够了",)),
    ("sole_trader_registration", ("本来说跟朋友合伙开公司的，他不干了，那我就自己办个个体户，开面馆",)),
    ("sole_trader_registration", ("早餐店，我老婆跟我一起做，家庭经营，经营者写我老婆",)),
    ("registration_change", ("我们公司搬家了，从玉山镇搬到周市镇，执照地址要改",)),
    ("registration_change", ("变更申请：企业名称昆山样例五金有限公司。一、名称变更为昆山样例科技有限公司；二、减少经营范围",)),
    ("registration_change", ("我们注册资金要往上加原来八十万那加到两百万就这么一件事",)),
    ("registration_change", ("公司的法人要换人，原来是我爸，现在换成我",)),
    ("registration_change", ("股东老张要退出，他那百分之三十转给我，去工商办一下",)),
    ("registration_change", ("我们公司注册资本原来一百万，现在增加到五百万，另外经营范围加一个软件开发",)),
    ("registration_change", ("新公司？不是不是，公司早就有了，是名字要改，改成昆山新光电子有限公司",)),
    ("registration_change", ("本来想把公司注销了的，后来合伙人说他接，那就把法人和股份都转给他",)),
    ("deregistration", ("公司开不下去了，想关掉，税已经清了",)),
    ("deregistration", ("这个店不开了，执照想注销掉",)),
    ("deregistration", ("公司去年就没业务了，也没欠钱没员工，想走简易注销",)),
    ("deregistration", ("打算变更法人的，没人愿意接，算了直接注销吧",)),
    ("company_registration", ("要注册公司，两个人注册资本加起来一百万",)),
    ("joint_licence", ("我有个修车厂要开起来，营业执照和汽修备案联着办",)),
    ("joint_licence", ("我要开个火锅店，执照和食品证想一次办下来",)),
    ("joint_licence", ("听人说开店的证可以一件事一次办，我开药房，要办哪些证",)),
    ("joint_licence", ("开超市，营业执照、食品、烟草这些能不能一起给我办了",)),
    ("joint_licence", ("我个体户执照已经有了，开的是咖啡馆，现在要把食品许可和招牌一块办，联办那个",)),
    ("project_filing", ("我们厂里准备上一条新的生产线，要去发改那边备案，总投资八千万",)),
    ("project_filing", ("想搞技术改造，项目叫智能仓储改造项目，去立项备案一下",)),
    ("project_filing", ("公司不变更什么，是有个扩建项目来备案的，用地二十亩",)),
    ("project_change", ("去年备案的那个项目，投资额要调，从三千万调到四千五百万",)),
    ("project_change", ("我们备过案的项目名称要改一下，原来叫一期项目，现在叫年产五万套项目",)),
    ("project_change", ("项目代码2211-320583-89-01-123456，完工时间要往后推到明年底，备案信息变更一下",)),
    ("stuck_matter", ("同志我要投诉增资这个事情四趟了都没办成公司昆山样例机电有限公司",)),
    ("stuck_matter", ("项目备案在你们这儿卡住了，来回跑了好几趟",)),
    ("enterprise_request", ("园区门口的路灯坏了一个多月了，晚上员工下班不安全，能不能帮忙协调",)),
    ("enterprise_request", ("我们企业招工太难了，还有员工小孩上学没着落，反映一下",)),
    ("enterprise_request", ("不是来办证的，就是想问问补贴什么时候发，我们公司等着用钱",)),
    ("enterprise_request", ("银行不给续贷，急死了，请你们帮帮忙",)),
    ("stuck_matter", ("我注销公司跑了四趟了，每次都说材料不对，到现在没办成",)),
    ("stuck_matter", ("办个食品经营许可证，来来回回三次，两个窗口推来推去",)),
    ("stuck_matter", ("我要投诉，变更登记办了两个月办不下来，白跑好几趟",)),
    ("stuck_matter", ("排水许可证一直卡着，跑了不下六趟，你们管不管",)),
    ("stuck_matter", ("上个月来注册公司，名字通不过，跑了三回都没办成，我姓丁",)),
    ("company_registration", ("嗯那个你好我想问下那个注册公司要什么材料我跟我老公两个人他占七成我占三成",)),
    ("company_registration", ("喂你好办执照是这里吧", "公司的执照", "做软件开发的，注册资本一百万")),
    ("company_registration", ("我在电子厂上班，想出来单干，朋友说先搞个个体户，我觉得还是公司好，就注册公司吧",)),
    ("company_registration", ("以前那个公司二零二零年就注销掉了，这次重新开一家",)),
    ("company_registration", ("我要办个公司，经营范围嘛就餐饮管理，食品经营许可证以后再办",)),
    ("sole_trader_registration", ("想盘个店面卖早点，执照就办我名字，不要公司那种",)),
    ("sole_trader_registration", ("个体工商户，名字没想好，做美甲的，资金三万",)),
    ("sole_trader_registration", ("开网店也要执照吗，那就办一个个体的吧，卖衣服",)),
    ("sole_trader_registration", ("我来登记个体户的，不是变更啊，以前没办过",)),
    ("registration_change", ("昆山甲乙精密机械有限公司", "要把法定代表人换一下", "老的叫丁大宝新的叫苏小云")),
    ("registration_change", ("公司要增资，增到一千万，股东还是那几个",)),
    ("registration_change", ("执照上的经营范围要加两项，一个是电池销售一个是电子元器件销售",)),
    ("registration_change", ("我是甲乙公司的会计，老板让我来办工商变更，住所变更",)),
    ("registration_change", ("我那百分之二十的股权卖给苏小云了，来办手续",)),
    ("deregistration", ("公司没必要留着了，来销掉它，公司叫昆山甲乙贸易有限公司",)),
    ("deregistration", ("个体户执照不想要了，来注销",)),
    ("deregistration", ("不是变更，是注销，公司名字叫昆山甲乙餐饮管理有限公司",)),
    ("deregistration", ("合同都履行完了，债也没有，股东决定解散，办注销登记",)),
    ("joint_licence", ("我想开家宾馆，公安的特种行业许可、卫生许可、执照，一趟给我跑完行不行",)),
    ("joint_licence", ("一件事一次办那个，开便利店，要卖烟的，六十平",)),
    ("joint_licence", ("开健身房带游泳池，执照跟许可一起办",)),
    ("project_filing", ("我们公司计划新建厂房，建筑面积三万平，想办一下企业投资项目备案",)),
    ("project_filing", ("投资项目备案怎么弄，我们扩建的，设备要花两千万",)),
    ("project_filing", ("发改备案，项目名称年产一百万套电池包项目，总投资五个亿",)),
    ("project_change", ("项目备案的建设地点要变更，从前进东路换到元丰路",)),
    ("project_change", ("之前在你们这备的案，现在总投资跟竣工时间都变了",)),
    ("enterprise_request", ("我们厂最近老是跳闸，订单都赶不出来了，很急",)),
    ("enterprise_request", ("想请园区帮忙对接一下高校，我们要做研发，另外厂房漏水也没人管",)),
    ("enterprise_request", ("员工宿舍不够住，公交又没有，招来的人都跑了",)),
    ("stuck_matter", ("来了三趟了，营业执照还是没办下来，你们到底能不能办",)),
    ("stuck_matter", ("变更法人，跑了两回，第一次说少材料，第二次说系统坏了，今天是第三回",)),
    ("deregistration", ("我要注销个体户，因为年纪大了",)),
    ("deregistration", ("注销个体工商户昆山市玉山镇老丁修车铺",)),
    ("company_registration", ("注销个体户，然后注册公司",)),
    ("sole_trader_registration", ("把公司注销了，重新办个体户",)),
    ("registration_change", ("办一下公司法人变更，从何勇变成何静",)),
    ("registration_change", ("我们公司监事换了",)),
    ("registration_change", ("要换执行董事",)),
    ("sole_trader_registration", ("要开宠物医院，一百八十平，负责人伏明",)),
    ("sole_trader_registration", ("开书店顺便卖咖啡",)),
    ("sole_trader_registration", ("我开网吧，一百台电脑",)),
    ("joint_licence", ("开一家棋牌室能不能一起办",)),
    ("joint_licence", ("开饭店面积三百，挂两块招牌",)),
    ("joint_licence", ("公司已经有了，想加办食品经营许可证，开奶茶店",)),
    ("stuck_matter", ("去了三回窗口公司变更法人就是不给办",)),
    ("stuck_matter", ("注销跑了六趟没注掉",)),
    ("stuck_matter", ("消防验收半年了办不下来，公司叫昆山甲乙电子有限公司",)),
)


@pytest.mark.parametrize(("matter_id", "turns"), WISHES)
def test_the_matter_that_is_wished_is_found(matter_id, turns):
    found = wished(Transcript.of(*turns))
    assert found is not None
    assert (found.matter, matter_id in found.others) == (matter_id, False)


@pytest.mark.parametrize(("matter_id", "turns"), WISHES[::7])
def test_fillers_between_the_words_change_nothing(matter_id, turns):
    filled = [turn.replace("，", "，嗯那个，") for turn in turns]
    assert wished(Transcript.of(*filled)).matter == matter_id


@pytest.mark.parametrize(
    ("said", "matter_id", "others"),
    [
        ("我要注册一家公司，另外我们老厂总是跳闸", "company_registration", ("enterprise_request",)),
        ("我要注册一家公司，另外我们老厂老是跳闸", "company_registration", ("enterprise_request",)),
        ("我要注册一家公司，另外我们公司没有欠款", "company_registration", ()),
        ("厂门口路灯坏了，另外厂里老是跳闸", "enterprise_request", ()),
        ("开个饭店，证照一起办，另外我们厂要备案技改项目", "joint_licence", ("project_filing",)),
        ("开个饭店，证照一起办，另外卫生要备案", "joint_licence", ()),
    ],
)
def test_what_is_wished_besides_is_offered_and_does_not_decide(said, matter_id, others):
    found = wished(Transcript.of(said))
    assert (found.matter, found.others) == (matter_id, others)


def test_a_filing_to_be_withdrawn_is_not_filed():
    assert wished(Transcript.of("要撤销备案")).matter != "project_filing"


def test_the_licence_done_with_the_others_is_not_offered_alone():
    found = wished(Transcript.of("我想开个饭店，办个体户执照跟食品经营许可一起办，招牌要挂"))
    assert found is not None
    assert (found.matter, found.others) == ("joint_licence", ())
