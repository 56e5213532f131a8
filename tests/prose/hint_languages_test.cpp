// What is pointed out in a record of each language, and what is not; the reported speech of records is in the
// present in some of them and in the past in others.
#include <gtest/gtest.h>

#include <filesystem>

#include "prose/hint_stage.hpp"

namespace dais::prose {
namespace {

struct Spoken {
    const char* language;
    const char* text;
    const char* told;
};

std::ostream& operator<<(std::ostream& out, const Spoken& spoken) {
    return out << spoken.language;
}

class InARecord : public testing::TestWithParam<Spoken> {};

TEST_P(InARecord, is_told_what_a_reviser_would_tell) {
    EXPECT_EQ(told(GetParam().text, GetParam().language), GetParam().told);
}

INSTANTIATE_TEST_SUITE_P(
    Wrong, InARecord,
    testing::Values(Spoken{"en", "says that my Government has organised 3 meetings today.",
                           "says>said|my|organised>organized|3>three|today>on that day"},
                    Spoken{"fr", "a déclaré que nous avons adopté 3 lois et que j’ai signé hier le décret.",
                           "a déclaré>déclare|nous|3|j’ai|hier"},
                    Spoken{"es", "dijo que hoy mi Gobierno ha aprobado 3 leyes; la OIM participará.",
                           "dijo>dice|hoy|mi|3|OIM"},
                    Spoken{"ru", "сказал, что мы сегодня приняли 3 закона. УВКБ примет участие.",
                           "сказал>говорит|мы|сегодня|3|УВКБ"},
                    Spoken{"ar", "يقول إن حكومتي اعتمدت اليوم قوانين", "يقول>قال|حكومتي|اليوم"},
                    Spoken{"zh", "他觉得我国今天通过了法律。", "觉得>认为|我国|今天"}));

INSTANTIATE_TEST_SUITE_P(
    Right, InARecord,
    testing::Values(
        Spoken{"en",
               "said that, on 8 October, 5 per cent of States had revised their laws under article 9 of the "
               "Covenant "
               "and paragraphs 2 and 3 of general comment No. 5 (2021); the Office of the High Commissioner "
               "(OHCHR) "
               "had done so “because we promised it today”.",
               ""},
        Spoken{"fr",
               "dit que l’article 9 du Pacte s’applique, ainsi que les paragraphes 2 et 3 de l’observation "
               "générale "
               "no 5 (2021). M. Lewis dit que la séance du 6 octobre, à 9 heures, portera sur le point 4 de "
               "l’ordre "
               "du jour (CRPD/C/27/1) : « Nous le souhaitons. »",
               ""},
        Spoken{"es",
               "dice que se aplica el artículo 9 del Pacto, así como los párrafos 2 y 3 de la observación "
               "general "
               "núm. 5 (2021). El 5 de octubre, el 7 % de los Estados habían respondido.",
               ""},
        Spoken{"ru",
               "говорит, что применяется статья 9 Пакта, а также пункты 2 и 3 замечания общего порядка № 5 "
               "(2021). "
               "Он отмечает, что 5 октября документ ратифицировали 7 процентов государств.",
               ""},
        Spoken{"ar", "قال إن المادة 9 من العهد تنطبق، وإن التعليق العام رقم 5 (2021) اعتُمد في 6 تشرين الأول.",
               ""},
        Spoken{"zh", "说，《公约》第9条适用，委员会审议了该国的报告。主席说：“我们现在表决。”", ""}));

// Of other people's prose nothing is pointed out for nothing: the seed meeting's record is a published one.
TEST(Hints, leave_a_published_record_alone) {
    const std::filesystem::path folder = DAIS_SOURCE_DIR "/../shared/seed-meeting";
    if (!std::filesystem::exists(folder / "script.jsonl"))
        GTEST_SKIP() << "there is no ../shared/seed-meeting";
    const auto reading = folder::read_folder(folder, {});
    ASSERT_TRUE(reading.folder.has_value());
    Introduced introduced;
    std::size_t paragraphs = 0;
    for (const auto& line : reading.folder->script) {
        const auto* write = std::get_if<meeting::Write>(&line.ask.command);
        if (write == nullptr) continue;
        ++paragraphs;
        EXPECT_EQ(told(write->text, "en", introduced), "") << write->text;
        add_introduced(write->text, introduced);
    }
    EXPECT_GT(paragraphs, 30U);
}

}  // namespace
}  // namespace dais::prose
