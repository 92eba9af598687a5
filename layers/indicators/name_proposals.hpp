// SPDX-License-Identifier: Apache-2.0
// Which units a writing that names none may have meant, and why one should think so.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "layers/indicators/unit_join.hpp"

namespace layers {

enum class ProposalReason {
    /// The code is this unit's; the name is not.
    Code,
    /// The name is this unit's on that day; it fits others too, or another day.
    Name,
    /// Only accents differ.
    Accents,
    /// One or two letters differ.
    Letters
};
/// `code`, `name`, `accents`, `letters`.
std::string wordOf(ProposalReason reason);

struct NameProposal {
    const Unit* unit = nullptr;
    /// A day on which the code means that unit.
    geo::Date epoch;
    ProposalReason reason = ProposalReason::Code;
    /// Letters to change, with accents.
    std::size_t lettersApart = 0;
};

/// The likeliest first; communes, districts and provinces of every time. A proposal is for a person to
/// accept, never for a program.
std::vector<NameProposal> proposalsFor(const UnitKey& key, const UnitRegister& units, std::size_t most = 5);

}  // namespace layers
