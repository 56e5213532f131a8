// The same small meeting in the other five languages, with names in their scripts.
#include <gtest/gtest.h>

#include "record/stage.hpp"

namespace dais::record::test {
namespace {

constexpr std::string_view script = R"(15:05 chair take_up item=impl
    15:06 chair give_floor to=x on_behalf_of=Y label=i
    15:20 chair suspend_meeting
    15:30 chair resume_meeting
    15:31 chair take_chair who=z
    15:32 chair decide
    18:00 chair end_meeting)";

// The sentences, and the paragraph `text` of x, a State's speaker by video.
Lines played(const std::string& language, std::string_view people, const std::string& text) {
    Stage stage("[meeting]\nnumber = 12\nlanguage = \"" + language + "\"\n", people);
    stage.open(script).play("18:01 clerk write of=i text=\"" + text + "\"");
    auto lines = stage.body();
    lines.push_back(stage.masthead().at(3));
    lines.push_back(stage.masthead().at(4));
    lines.push_back(stage.masthead().at(5));
    return lines;
}

TEST(Languages, french) {
    EXPECT_EQ(played("fr",
                     "c,Mme,,Dupont,,chair,,room\nx,M.,,Ndiaye,,state,le Sénégal,video\nz,M.,,Petit,,officer,"
                     "Vice-Président,room\n",
                     "dit que tout va bien."),
              (Lines{"La séance est ouverte à 15\u00A0heures.",
                     "Point 4 de l’ordre du jour\u00A0: Implementation of the Convention (suite) (CSR/1\u00A0; CSR/2)",
                     "1. M. Ndiaye (Sénégal), intervenant par liaison vidéo au nom de Y, dit que tout va bien.",
                     "La séance est suspendue à 15\u00A0h\u00A020\u00A0; elle est reprise à 15\u00A0h\u00A030.",
                     "M. Petit (Vice-Président) prend la présidence.", "2. Il en est ainsi décidé.",
                     "La séance est levée à 18\u00A0heures.", "Compte rendu analytique de la 12e séance",
                     "Tenue le vendredi 8 octobre 2021", "Présidence\u00A0: Mme Dupont"}));
}

TEST(Languages, french_anonymous_states_contract_their_articles) {
    const auto said = [](std::string_view state) {
        Stage stage("[meeting]\nlanguage = \"fr\"\n[record]\nstate_attribution = \"anonymous\"\n",
                    "c,Mme,,Dupont,,chair,,room\nx,M.,,Ndiaye,,state," + std::string(state) + ",room\n");
        return stage.open("15:01 chair give_floor to=x label=i\n15:02 clerk write of=i text=\"dit oui.\"").paragraphs();
    };
    EXPECT_EQ(said("le Sénégal"), Lines{"1. Un représentant ou une représentante du Sénégal dit oui."});
    EXPECT_EQ(said("les Philippines"), Lines{"1. Un représentant ou une représentante des Philippines dit oui."});
    EXPECT_EQ(said("l’Égypte"), Lines{"1. Un représentant ou une représentante de l’Égypte dit oui."});
}

TEST(Languages, spanish) {
    EXPECT_EQ(played("es",
                     "c,La Sra.,,Pérez,,chair,,room\nx,El Sr.,,Ríos,,state,el Perú,video\nz,El Sr.,,Gil,,officer,"
                     "Vicepresidente,room\n",
                     "dice que todo va bien."),
              (Lines{"Se declara abierta la sesión a las 15.00 horas.",
                     "Tema 4 del programa: Implementation of the Convention (continuación) (CSR/1; CSR/2)",
                     "1. El Sr. Ríos (Perú), interviniendo por enlace de vídeo en nombre de Y, dice que todo va bien.",
                     "Se suspende la sesión a las 15.20 horas y se reanuda a las 15.30 horas.",
                     "El Sr. Gil (Vicepresidente) ocupa la Presidencia.", "2. Así queda acordado.",
                     "Se levanta la sesión a las 18.00 horas.", "Acta resumida de la 12ª sesión",
                     "Celebrada el viernes 8 de octubre de 2021", "Presidencia: Sra. Pérez"}));
}

TEST(Languages, russian) {
    EXPECT_EQ(played("ru",
                     "c,Г-жа,,Иванова,,chair,,room\nx,Г-н,,Абаев,,state,Казахстан,video\nz,Г-н,,Петров,,officer,"
                     "заместитель Председателя,room\n",
                     "говорит, что все хорошо."),
              (Lines{"Заседание открывается в 15 ч 00 мин.",
                     "Пункт 4 повестки дня: Implementation of the Convention (продолжение) (CSR/1; CSR/2)",
                     "1. Г-н Абаев (Казахстан), выступая по видеосвязи от имени Y, говорит, что все хорошо.",
                     "Заседание прерывается в 15 ч 20 мин и возобновляется в 15 ч 30 мин.",
                     "Г-н Петров (заместитель Председателя) занимает место Председателя.", "2. Решение принимается.",
                     "Заседание закрывается в 18 ч 00 мин.", "Краткий отчет о 12-м заседании",
                     "состоявшемся в пятницу, 8 октября 2021 года", "Председатель: Г-жа Иванова"}));
}

TEST(Languages, arabic) {
    EXPECT_EQ(played("ar",
                     "c,السيدة,,حداد,,chair,,room\nx,السيد,,المصري,,state,الأردن,video\nz,السيد,,سالم,,officer,نائب "
                     "الرئيس,room\n",
                     "، مرحباً بالمشاركين، قال إن كل شيء على ما يرام."),
              (Lines{"افتُتحت الجلسة الساعة 15/00.",
                     "البند 4 من جدول الأعمال: Implementation of the Convention (تابع) (CSR/1؛ CSR/2)",
                     "1. السيد المصري (الأردن)، في كلمة عبر وصلة فيديو باسم Y، مرحباً بالمشاركين، قال إن كل شيء على ما "
                     "يرام.",
                     "عُلّقت الجلسة الساعة 15/20 واستؤنفت الساعة 15/30.", "تولى رئاسة الجلسة: السيد سالم (نائب الرئيس).",
                     "2. وقد تقرر ذلك.", "رُفعت الجلسة الساعة 18/00.", "محضر موجز للجلسة 12",
                     "المعقودة يوم الجمعة، 8 تشرين الأول/أكتوبر 2021", "الرئيس: السيدة حداد"}));
}

TEST(Languages, chinese) {
    EXPECT_EQ(played("zh",
                     "c,,,王女士,,chair,,room\nx,,,李先生,,state,新加坡,video\nz,,,张先生,,officer,副主席,room\n",
                     "说，一切都好。"),
              (Lines{"下午3时会议开始。", "议程项目4：Implementation of the Convention（续）（CSR/1；CSR/2）",
                     "1. 李先生（新加坡）通过视频连线代表Y发言，说，一切都好。",
                     "会议于下午3时20分暂停，下午3时30分复会。", "张先生（副主席）主持会议。", "2. 就这样决定。",
                     "下午6时散会。", "第12次会议简要记录", "2021年10月8日星期五举行", "主席：王女士"}));
}

TEST(Languages, of_names_and_of_the_record_may_differ) {
    Stage stage("", "c,Ms.,,Okoro,,chair,,room\nx,,,王小明,,member,,room\ny,السيدة,,حداد,,member,,room\n");
    stage.open(R"(15:01 chair give_floor to=x label=i
                  15:02 clerk write of=i text="said so."
                  15:03 chair give_floor to=y label=j
                  15:04 clerk write of=j text="said more.")");
    EXPECT_EQ(stage.paragraphs(), (Lines{"1. 王小明 said so.", "2. السيدة حداد said more."}));
}

}  // namespace
}  // namespace dais::record::test
