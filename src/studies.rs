//! What studies found: a third voice beside the guide's and ours. Never a reason for a verdict, never a promise.

/// What a study belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum StudyTopic {
    /// A step of the guide, 1 to 6.
    Step(u8),
    /// The wish to write.
    Urge,
    /// Letters.
    Letter,
    /// Saying how one is.
    CheckIn,
    /// Counting days.
    Counts,
    /// Asking for help.
    Help,
}

impl StudyTopic {
    /// A stable id; `step` for every step.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Step(_) => "step",
            Self::Urge => "urge",
            Self::Letter => "letter",
            Self::CheckIn => "check-in",
            Self::Counts => "counts",
            Self::Help => "help",
        }
    }
}

/// A published finding, in plain words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Study {
    /// What it belongs to.
    pub topic: StudyTopic,
    /// What was found.
    pub finding: &'static str,
    /// Who was studied, and how.
    pub who: &'static str,
    /// Where to read it.
    pub source: &'static str,
    /// Whether it is about getting in touch; then it is left out where such talk is out of place.
    pub about_contact: bool,
}

macro_rules! studies {
    ($($topic:ident $(($step:literal))?, $about_contact:literal: $finding:literal from $who:literal in $source:literal;)+) => {
        &[$(Study {
            topic: StudyTopic::$topic $(($step))?,
            finding: $finding,
            who: $who,
            source: $source,
            about_contact: $about_contact,
        }),+]
    };
}

/// The studies, by step and topic. Their abstracts were read.
pub const STUDIES: &[Study] = studies! {
    // Topic, whether it is about contact: the finding.
    Step(1), false: "Low mood after a breakup was back to its earlier level within three months."
        from "156 young adults, followed over time"
        in "Acolin et al. 2023, Emerging Adulthood 11(5):1211-1222, 10.1177/21676968231184922";
    Step(1), false: "People were less happy with life at first. Within about a year most recovered, men later."
        from "2,631 people, German panel"
        in "Preetz 2022, Frontiers in Psychology, 10.3389/fpsyg.2022.812831";
    Step(1), false: "People expected the breakup to hurt more than it then did."
        from "Young adults, asked before and after"
        in "Eastwick, Finkel, Krishnamurti & Loewenstein 2008, Journal of Experimental Social Psychology 44:800-807";
    Step(1), false: "Most people were resilient or recovered. A small group stayed low."
        from "87 people, followed over 30 weeks"
        in "Verhallen et al. 2022";
    Step(2), false: "Those who understood why it ended had fewer symptoms and less conflict in later relationships."
        from "160 young people, followed for years"
        in "Kansky & Allen 2018, Emerging Adulthood 6(3):172-190, 10.1177/2167696817711766";
    Step(2), false: "Writing about feelings made things worse for people who kept searching for meaning. It isn't for everybody."
        from "90 separated adults, three writing sessions"
        in "Sbarra, Boals, Mason, Larson & Mehl 2013, Clinical Psychological Science 1(2):120-134, 10.1177/2167702612469801";
    Step(2), false: "Recording progress helped people reach their goals, more so when it was written down."
        from "138 experiments"
        in "Harkin et al. 2016, Psychological Bulletin 142(2):198-229, 10.1037/bul0000025";
    Step(3), false: "On days with contact, love and sadness faded more slowly."
        from "58 young adults, diaries over 28 days"
        in "Sbarra & Emery 2005, Personal Relationships 12:213-232";
    Step(3), false: "Among people without children together, more meetings went with more distress two months later. With fewer, distress fell more than twice as fast."
        from "122 separated adults"
        in "O'Hara, Grinberg, Tackman, Mehl & Sbarra 2020, Clinical Psychological Science 8(3):450-463, 10.1177/2167702620916454";
    Step(3), true: "Contact went with doing worse for those who couldn't accept the separation, and better for those who could."
        from "137 separated adults; a correlation"
        in "Mason, Sbarra, Bryan & Lee 2012, Journal of Social and Clinical Psychology 31(5):488-507, 10.1521/jscp.2012.31.5.488";
    Step(3), false: "Looking at a former partner's profile went with more distress and longing, and less growth."
        from "464 people, asked once"
        in "Marshall 2012, Cyberpsychology, Behavior, and Social Networking 15(10), 10.1089/cyber.2012.0125";
    Step(3), false: "Looking on purpose went with more distress the same day and the next. Seeing them by chance went with lower mood that day, too."
        from "762 people in four studies"
        in "Marshall 2026, Computers in Human Behavior 176, 10.1016/j.chb.2025.108869";
    Step(3), false: "People who were kind to themselves had fewer intrusive thoughts, up to nine months on."
        from "109 separated adults"
        in "Sbarra, Smith & Mehl 2012, Psychological Science 23(3):261-269, 10.1177/0956797611429466";
    Step(3), false: "Distraction lifted the mood. Thinking ill of the other lowered love, and felt worse."
        from "24 people, laboratory"
        in "Langeslag & Sanchez 2018, Journal of Experimental Psychology: General 147(5):720-733, 10.1037/xge0000360";
    Step(3), true: "About four in five had pursued somebody after a breakup. They likely underestimated what it did to the other."
        from "1,167 students"
        in "Dardis & Gidycz 2017";
    Step(3), true: "People who were pursued judged it worse than those who did it."
        from "271 people"
        in "Belu et al. 2016";
    Step(3), true: "Relationships that went on and off went with more distress."
        from "545 people; again in four samples of 99 to 383"
        in "Monk et al. 2018; Dailey et al., 10.1177/02654075251378864";
    Step(5), true: "After broken trust, steady behaviour restored it. A promise sped that up, except after deception. The guide says: no big promises."
        from "Laboratory game"
        in "Schweitzer, Hershey & Bradlow 2006, Organizational Behavior and Human Decision Processes 101(1):1-19";
    Urge, false: "A rehearsed plan, \"if X happens, then I do Y\", helps people act as they meant to. The effect is modest."
        from "642 tests"
        in "Sheeran, Listrom & Gollwitzer 2024, European Review of Social Psychology, 10.1080/10463283.2024.2334563";
    Urge, false: "Watching an urge without acting didn't make it smaller. People acted on it less often."
        from "123 student smokers, 7 days"
        in "Bowen & Marlatt 2009, Psychology of Addictive Behaviors 23(4):666-671, 10.1037/a0017127";
    Urge, false: "Plans that say what not to do can backfire. Plans that say what to do instead worked better."
        from "Students, about food habits"
        in "Adriaanse et al. 2011, Personality and Social Psychology Bulletin 37(1):69-81, summary read";
    Letter, false: "Writing kindly to oneself lowered shame, self-criticism and anxiety for a month. Other effects were only trends."
        from "68 ashamed students, 16 days, against a waiting list"
        in "Swee et al. 2023, Mindfulness";
    CheckIn, false: "Being asked regularly how they were helped people see themselves more clearly and feel less lonely."
        from "210 young adults, nine weeks"
        in "Larson & Sbarra 2015, Social Psychological and Personality Science, 399-406";
    Counts, false: "Seeing a broken streak made people give up sooner, less so when it could be repaired. So three numbers stand here."
        from "Several experiments"
        in "Silverman & Barasch 2023, Journal of Consumer Research 49(6):1095-1117, 10.1093/jcr/ucac029";
    Help, false: "Asking about thoughts of suicide didn't raise them in any study."
        from "A review of 13 papers"
        in "Dazzi et al. 2014, Psychological Medicine, 10.1017/S0033291714001299";
};
