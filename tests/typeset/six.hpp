// A sentence in each of the six languages, and some where directions meet.
#pragma once

#include <array>
#include <string_view>

namespace dais::typeset {

inline constexpr std::array<std::string_view, 6> six_languages{
    "The representative said that the gauges upstream had shown the rise since the morning.",
    "La représentante a dit que les échelles montraient la crue depuis le matin, d’après l’étude.",
    "El representante señaló que las mediciones mostraban la crecida desde la mañana. ¿Por qué?",
    "Представитель сказал, что уровень воды поднимался с самого утра и что об этом сообщили.",
    "قال الممثل إن القياسات أظهرت ارتفاع المياه منذ الصباح، وإن الجميع أُبلغوا بذلك.",
    "主席说，上游的水位计自清晨以来一直显示水位上升，各方在一小时内获悉。",
};

inline constexpr std::array<std::string_view, 4> mixed_directions{
    "He quoted “قال الممثل 25 في المئة” from document A/77/1 and went on.",
    "قالت إن الوثيقة A/77/1 (Rev. 2) صدرت في 12 مايو 2022.",
    "主席 said: “قال الممثل إن المياه” and 结束了。",
    "שלום and سلام and 25%.",
};

}  // namespace dais::typeset
